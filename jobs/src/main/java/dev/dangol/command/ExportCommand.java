package dev.dangol.command;

import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.job.export.ExportJob;
import dev.dangol.problem.BadSetting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Files of every target, or what one customer is to them. */
@Command(
    description =
        "Writes the files of every configured target; with --explain says for one customer what"
            + " would be sent where, and why or why not.")
public final class ExportCommand extends DangolCommand {
  @Option(
      names = "--explain",
      paramLabel = "CUSTOMER",
      description = "Print, for this one customer, what each target would get; write no file.")
  private String customer;

  @Override
  Settings settings(CommandOptions given) {
    return SettingsReader.readWithoutSources(given.layers());
  }

  @Override
  int work() {
    return customer == null
        ? PipelineCommand.of(this, pipeline -> pipeline.alone(new ExportJob()))
        : explain();
  }

  private int explain() {
    if (customer.isBlank() || customer.contains(",")) {
      throw new BadSetting(
          "--explain takes the id of one customer, since it prints addresses: name one.");
    }
    Settings settings = settings(options());
    TerminalProgress terminal = new TerminalProgress(System.err);
    summary().watch(terminal);
    try (WarehouseSession session = WarehouseSession.open(settings)) {
      JobPipeline pipeline = new JobPipeline(session, settings, terminal, options());
      summary().about(pipeline.runId());
      pipeline.explainExport(customer).forEach(System.out::println);
    }
    return ExitCodes.DONE;
  }
}
