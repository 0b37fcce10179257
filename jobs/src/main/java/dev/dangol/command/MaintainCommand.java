package dev.dangol.command;

import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import java.util.List;
import picocli.CommandLine.Command;

/** Upkeep of what runs leave behind. */
@Command(
    description =
        "Removes exported files that have expired, days that are no longer kept and what only old"
            + " versions of tables need, and puts small files together; with --dry-run says which,"
            + " and changes nothing.")
public final class MaintainCommand extends DangolCommand {
  @Override
  Settings settings(CommandOptions given) {
    return SettingsReader.readWithoutSources(given.layers());
  }

  @Override
  int dryRun() {
    return upkeep("would be removed; nothing was changed", true);
  }

  @Override
  int work() {
    return upkeep("were removed", false);
  }

  private int upkeep(String done, boolean onlyLooks) {
    Settings settings = settings(options());
    TerminalProgress terminal = new TerminalProgress(System.err);
    summary().watch(terminal);
    try (WarehouseSession session = WarehouseSession.open(settings)) {
      JobPipeline pipeline = new JobPipeline(session, settings, terminal, options());
      summary().about(pipeline.runId());
      Upkeep upkeep = onlyLooks ? pipeline.upkeepDue() : pipeline.upkeep();
      upkeep.exports().forEach(System.out::println);
      System.out.printf(
          "%,d exported files that have expired %s.%n", upkeep.exports().size(), done);
      upkeep.tables().forEach(System.out::println);
    }
    return ExitCodes.DONE;
  }

  /**
   * Upkeep that is due or done.
   *
   * @param exports the paths of exported files that have expired
   * @param tables sentences on the tables
   */
  record Upkeep(List<String> exports, List<String> tables) {}
}
