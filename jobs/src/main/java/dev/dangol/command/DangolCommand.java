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

  @Override
  public final Integer call() {
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

  final CommandOptions options() {
    return options;
  }
}
