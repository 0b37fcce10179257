package dev.dangol.command;

import dev.dangol.job.ReportJob;
import dev.dangol.problem.BadSetting;
import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The report alone, on request beside an earlier day. */
@Command(
    description =
        "Runs the job report alone; with --compare-with the page says what changed since that day.")
public final class ReportCommand extends DangolCommand {
  @Option(
      names = "--compare-with",
      paramLabel = "YYYY-MM-DD",
      description = "An earlier day that was run: the page says what changed since then.")
  private String comparedWith;

  @Override
  int work() {
    return PipelineCommand.of(this, pipeline -> pipeline.alone(job()));
  }

  private ReportJob job() {
    if (comparedWith == null) {
      return new ReportJob();
    }
    try {
      return ReportJob.comparedWith(LocalDate.parse(comparedWith));
    } catch (DateTimeException e) {
      throw new BadSetting(
          "--compare-with " + comparedWith + " is no day; write it as 2025-12-31.", e);
    }
  }
}
