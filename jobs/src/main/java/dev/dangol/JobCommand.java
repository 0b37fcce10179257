package dev.dangol;

import dev.dangol.job.Job;
import dev.dangol.job.ReportJob;
import java.time.LocalDate;
import java.util.function.Function;
import picocli.CommandLine.Command;

/** One job after ingest, for schedulers that want one task each. */
@Command
final class JobCommand extends DangolCommand {
  private final Job job;

  JobCommand(Job job) {
    this.job = job;
  }

  @Override
  int work() {
    Function<Pipeline, LocalDate> alone = pipeline -> pipeline.alone(job);
    return job instanceof ReportJob ? Runs.withPage(this, alone) : Runs.of(this, alone);
  }
}
