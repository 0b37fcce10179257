package dev.dangol.command;

import picocli.CommandLine.Command;

/** Run of every job in order. */
@Command(
    description =
        "Runs every job in order, skipping what is complete for this day, configuration and input.")
public final class RunCommand extends DangolCommand {
  @Override
  int work() {
    return PipelineCommand.of(this, JobPipeline::run);
  }
}
