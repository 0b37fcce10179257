package dev.dangol.command;

import dev.dangol.config.PrintedConfig;
import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/**
 * First steps of every command: reading its options and settings, and answering those options that
 * only ask.
 */
abstract class DangolCommand implements Callable<Integer> {
  @Mixin private final CommandOptions options = new CommandOptions();

  private RunSummary summary;

  @Override
  public final Integer call() {
    summary = new RunSummary(options.summaryFile());
    try {
      int code = answer();
      summary.ends(code);
      return code;
    } catch (Throwable failure) { // Spark throws checked exceptions that it does not declare.
      summary.fails(failure);
      throw failure;
    }
  }

  private int answer() {
    prepare(options);
    if (options.printConfig()) {
      System.out.print(PrintedConfig.of(options.layers()));
      return ExitCodes.DONE;
    }
    return options.dryRun() ? dryRun() : work();
  }

  /** Prints what the work would be, and changes nothing. */
  int dryRun() {
    return CheckCommand.check(settings(options));
  }

  /** Does the work. */
  abstract int work();

  /** The settings as this command needs them. */
  Settings settings(CommandOptions given) {
    return SettingsReader.read(given.layers());
  }

  /** Completes the options before they are used. */
  void prepare(CommandOptions given) {}

  /** Facts for the scheduler, which are written when the command ends. */
  final RunSummary summary() {
    return summary;
  }

  final CommandOptions options() {
    return options;
  }
}
