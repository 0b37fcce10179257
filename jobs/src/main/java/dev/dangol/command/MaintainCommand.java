package dev.dangol.command;

import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import java.util.List;
import picocli.CommandLine.Command;

/** Upkeep of what runs leave behind. */
@Command(
    description =
        "Removes exported files that have expired; with --dry-run says which, and changes nothing.")
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
      List<String> files = onlyLooks ? pipeline.expiredExports() : pipeline.removeExpiredExports();
      files.forEach(System.out::println);
      System.out.printf("%,d exported files that have expired %s.%n", files.size(), done);
    }
    return ExitCodes.DONE;
  }
}
