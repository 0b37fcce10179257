package dev.dangol.command;

import picocli.CommandLine.Command;

/** Reads every source into its clean table. */
@Command(description = "Reads every source into its clean table; bad rows go to quarantine.")
public final class IngestCommand extends DangolCommand {
  @Override
  int work() {
    return PipelineCommand.of(this, JobPipeline::ingestAlone);
  }
}
