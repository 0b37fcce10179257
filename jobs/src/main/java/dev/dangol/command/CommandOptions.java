package dev.dangol.command;

import dev.dangol.config.hocon.ConfigLayers;
import dev.dangol.problem.BadSetting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command. */
final class CommandOptions {
  @Option(names = "--config", paramLabel = "FILE", description = "The configuration file (HOCON).")
  private Path config;

  @Option(
      names = "--as-of",
      paramLabel = "YYYY-MM-DD",
      description = "The day to describe; default: the newest day found in purchases.")
  private String asOf;

  @Option(names = "--warehouse", paramLabel = "DIR", description = "The folder of the tables.")
  private String warehouse;

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "Sets one key, over the file and the environment; may be repeated.")
  private List<String> sets = new ArrayList<>();

  @Option(names = "--run-id", paramLabel = "ID", description = "The scheduler's id of this run.")
  private String runId;

  @Option(names = "--force", description = "Run again what is complete.")
  private boolean force;

  @Option(names = "--dry-run", description = "Check only, as the command check does.")
  private boolean dryRun;

  @Option(
      names = "--print-config",
      description = "Print the effective settings with the origin of each, secrets hidden.")
  private boolean printConfig;

  @Option(
      names = "--summary-file",
      paramLabel = "FILE",
      description = "Write one JSON object about the run at its end.")
  private Path summaryFile;

  @Option(
      names = "--metrics-file",
      paramLabel = "FILE",
      description = "Write the same figures as Prometheus text.")
  private Path metricsFile;

  @Option(names = "--verbose", description = "Show the stack trace of a failure.")
  private boolean verbose;

  /** The same options with a configuration file to fall back on. */
  void orConfig(Path fallback) {
    if (config == null) {
      config = fallback;
    }
  }

  ConfigLayers layers() {
    List<String> all = new ArrayList<>(sets);
    for (String set : sets) {
      if (set.indexOf('=') < 1) {
        throw new BadSetting("--set " + set + " is not of the form key=value.");
      }
    }
    if (asOf != null) {
      all.add("--as-of=" + asOf);
    }
    if (warehouse != null) {
      all.add("--warehouse=" + warehouse);
    }
    return new ConfigLayers(Optional.ofNullable(config), System.getenv(), all);
  }

  Optional<String> runId() {
    return Optional.ofNullable(runId);
  }

  boolean force() {
    return force;
  }

  boolean dryRun() {
    return dryRun;
  }

  boolean printConfig() {
    return printConfig;
  }

  Optional<Path> summaryFile() {
    return Optional.ofNullable(summaryFile);
  }

  Optional<Path> metricsFile() {
    return Optional.ofNullable(metricsFile);
  }

  boolean verbose() {
    return verbose;
  }
}
