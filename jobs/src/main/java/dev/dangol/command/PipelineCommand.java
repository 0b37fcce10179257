package dev.dangol.command;

import dev.dangol.config.Settings;
import dev.dangol.job.ReportJob;
import dev.dangol.table.AsOf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** What the commands that write tables have in common: a session, the jobs, and a last word. */
final class PipelineCommand {
  private PipelineCommand() {}

  /** Runs the part of the pipeline that a command asks for, and sums it up for the scheduler. */
  static int of(DangolCommand command, Function<JobPipeline, AsOf> part) {
    CommandOptions options = command.options();
    TerminalProgress terminal = new TerminalProgress(System.err);
    RunSummary summary = new RunSummary(options.summaryFile());
    try {
      Settings settings = command.settings(options);
      try (WarehouseSession sitting = WarehouseSession.open(settings)) {
        JobPipeline pipeline = new JobPipeline(sitting, settings, terminal, options);
        summary.about(pipeline.runId());
        summary.done(part.apply(pipeline));
      }
      if (terminal.isOver(ReportJob.NAME)) {
        namePage(settings, terminal);
      }
      return ExitCodes.DONE;
    } catch (RuntimeException failure) {
      summary.failed(failure);
      throw failure;
    } finally {
      summary.write(terminal.ended());
    }
  }

  private static void namePage(Settings settings, TerminalProgress terminal) {
    Path page = Path.of(settings.report().directory(), ReportJob.PAGE);
    if (Files.exists(page)) {
      terminal.line("The page to open: %s", page.toAbsolutePath());
    }
  }
}
