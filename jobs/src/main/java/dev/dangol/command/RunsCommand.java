package dev.dangol.command;

import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.problem.BadSetting;
import dev.dangol.store.Ledger;
import dev.dangol.store.LedgerEntry;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Newest runs of the ledger, one a line. */
@Command(
    description = {
      "Lists the newest runs, one a line, the newest first: when it started (UTC), the day that it"
          + " describes, what came of it, how long its jobs took, and its id.",
      "The table runs has every job of every run."
    })
public final class RunsCommand extends DangolCommand {
  @Option(names = "--last", paramLabel = "N", description = "How many runs; default 10.")
  private int last = 10;

  @Override
  Settings settings(CommandOptions given) {
    return SettingsReader.readWithoutSources(given.layers());
  }

  @Override
  int work() {
    if (last < 1) {
      throw new BadSetting("--last takes a number of 1 or more, not " + last + ".");
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (WarehouseSession session = WarehouseSession.open(settings(options()))) {
      Map<String, List<LedgerEntry>> runs = new LinkedHashMap<>();
      for (LedgerEntry entry : Ledger.of(session.lake()).entries()) {
        runs.computeIfAbsent(entry.stamp().run(), run -> new ArrayList<>()).add(entry);
      }
      List<RunLine> lines = runs.values().stream().map(RunLine::new).toList();
      for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - last); i--) {
        out.println(lines.get(i).text());
      }
    }
    return ExitCodes.DONE;
  }
}
