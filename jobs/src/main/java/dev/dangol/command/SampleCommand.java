package dev.dangol.command;

import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.sample.files.SampleShop;
import dev.dangol.sample.people.SampleSize;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A synthetic business to try things on. */
@Command(description = "Writes a synthetic business with every source, and its ground truth.")
public final class SampleCommand extends DangolCommand {
  @Option(names = "--output", required = true, paramLabel = "DIR", description = "Where to.")
  private String output;

  @Option(
      names = "--customers",
      paramLabel = "N",
      description = "How many customers (default: ${DEFAULT-VALUE}).",
      defaultValue = "5000")
  private long customers;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The same seed writes the same business (default: ${DEFAULT-VALUE}).",
      defaultValue = "42")
  private long seed;

  @Override
  Settings settings(CommandOptions given) {
    return SettingsReader.readWithoutSources(given.layers());
  }

  @Override
  int work() {
    try (WarehouseSession session = WarehouseSession.open(settings(options()))) {
      SampleShop.write(session.spark(), output, new SampleSize(customers, seed));
    }
    new TerminalProgress(System.err).line("A sample of %,d customers is in %s", customers, output);
    return ExitCodes.DONE;
  }
}
