package dev.dangol.command;

import dev.dangol.config.PrintedConfig;
import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.problem.EnvironmentFailure;
import dev.dangol.problem.FailureNotice;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * First steps of every command: reading its options and settings, and answering those options that
 * only ask.
 */
abstract class DangolCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private final CommandOptions options = new CommandOptions();

  private RunSummary summary;

  @Override
  public final Integer call() {
    summary = new RunSummary(options.summaryFile());
    return FailureNotice.during(
        () -> {
          int code = answer();
          summary.ends(code);
          options.metricsFile().ifPresent(file -> metrics(code).write(file));
          return code;
        },
        failure -> {
          summary.fails(failure);
          writeMetricsOf(failure);
        });
  }

  /** Metrics that cannot be written do not hide why the command failed. */
  private void writeMetricsOf(Throwable failure) {
    try {
      options.metricsFile().ifPresent(file -> metrics(ExitCodes.of(failure)).write(file));
    } catch (EnvironmentFailure unwritten) {
      failure.addSuppressed(unwritten);
    }
  }

  private RunMetrics metrics(int exitCode) {
    return summary.metrics(spec.name(), exitCode, Clock.systemUTC().instant());
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
