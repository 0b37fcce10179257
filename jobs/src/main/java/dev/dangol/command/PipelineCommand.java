package dev.dangol.command;

import dev.dangol.config.Settings;
import dev.dangol.job.ReportJob;
import dev.dangol.report.page.PageFile;
import dev.dangol.store.StoreFolder;
import dev.dangol.table.AsOf;
import java.util.function.Function;

/** Common part of the commands that write tables: a session, the jobs, and a summary. */
final class PipelineCommand {
  private PipelineCommand() {}

  /** Runs the part of the pipeline that a command asks for, and sums it up for the scheduler. */
  static int of(DangolCommand command, Function<JobPipeline, AsOf> part) {
    CommandOptions options = command.options();
    TerminalProgress terminal = new TerminalProgress(System.err);
    command.summary().watch(terminal);
    Settings settings = command.settings(options);
    settings.warnings().forEach(warning -> terminal.line("%s", warning));
    try (WarehouseSession session = WarehouseSession.open(settings)) {
      JobPipeline pipeline = new JobPipeline(session, settings, terminal, options);
      command.summary().about(pipeline.runId());
      AsOf asOf =
          new LineageFile(settings, session.lake())
              .during(pipeline.runId(), () -> part.apply(pipeline));
      command.summary().about(asOf);
      if (options.metricsFile().isPresent()) {
        command.summary().about(pipeline.cohortSizes(asOf));
      }
      if (terminal.isOver(ReportJob.NAME)) {
        namePage(session.lake().folder(settings.report().directory()), terminal);
      }
    }
    return ExitCodes.DONE;
  }

  private static void namePage(StoreFolder report, TerminalProgress terminal) {
    if (report.names().contains(PageFile.FIRST)) {
      terminal.line("The page to open: %s", report.in(PageFile.FIRST).path());
    }
  }
}
