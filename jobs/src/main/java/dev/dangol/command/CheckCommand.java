package dev.dangol.command;

import dev.dangol.config.Settings;
import dev.dangol.job.run.RunPreview;
import dev.dangol.store.raw.RawReader;
import picocli.CommandLine.Command;

/** Checks configuration and sources before anything runs. */
@Command(
    description =
        "Reads the configuration and the head of every source, prints what would run and every"
            + " fault found; writes nothing.")
public final class CheckCommand extends DangolCommand {
  @Override
  int work() {
    return check(settings(options()));
  }

  /** Checks, prints the list, and answers with the exit code of the first fault. */
  static int check(Settings settings) {
    try (WarehouseSession session = WarehouseSession.open(settings)) {
      RunPreview check = new RunPreview(settings, session.lake(), new RawReader(session.spark()));
      check.lines().forEach(System.out::println);
      return check.exitCode();
    }
  }
}
