package dev.dangol.command;

import dev.dangol.job.Job;
import picocli.CommandLine.Command;

/** One job after ingest, for schedulers that want one task each. */
@Command
public final class JobCommand extends DangolCommand {
  private final Job job;

  public JobCommand(Job job) {
    this.job = job;
  }

  @Override
  int work() {
    return PipelineCommand.of(this, pipeline -> pipeline.alone(job));
  }
}
