package dev.dangol.command;

import dev.dangol.problem.EnvironmentFailure;
import dev.dangol.store.LedgerEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Metrics of a command in Prometheus's text format, for a collector that reads files. A file
 * appears whole; that of a command that failed has no time of success.
 */
record RunMetrics(
    String command, int exitCode, Instant end, List<LedgerEntry> jobs, Map<String, Long> cohorts) {
  private static final String READ = ".read";
  private static final String QUARANTINED = ".quarantined";

  /** Puts the metrics in place of the file's, at once. */
  void write(Path file) {
    Path absolute = file.toAbsolutePath();
    Path beside = absolute.resolveSibling(absolute.getFileName() + ".part");
    try {
      Files.writeString(beside, text());
      Files.move(beside, absolute, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new EnvironmentFailure(
          "The metrics cannot be written to " + file + ": " + failure.getMessage(), failure);
    }
  }

  String text() {
    StringBuilder text = new StringBuilder();
    metric(
        text,
        "exit_code",
        "Exit code of the command.",
        Map.of(label("command", command), (double) exitCode));
    metric(text, "last_success_timestamp_seconds", "End of the latest success.", successes());
    metric(text, "job_seconds", "Seconds that the job took.", byJob(e -> e.outcome().seconds()));
    metric(text, "job_rows_in", "Rows read by the job.", byJob(e -> e.outcome().rowsIn()));
    metric(text, "job_rows_out", "Rows written by the job.", byJob(e -> e.outcome().rowsOut()));
    metric(text, "rejected_share", "Share of the source's rows that were quarantined.", rejected());
    metric(text, "cohort_size", "Customers in the cohort.", sizes());
    return text.toString();
  }

  private Map<String, Double> successes() {
    Map<String, Double> times = byJob(RunMetrics::end);
    if (exitCode == ExitCodes.DONE) {
      times.put(label("job", command), (double) end.getEpochSecond());
    }
    return times;
  }

  private static double end(LedgerEntry entry) {
    return entry.outcome().started().getEpochSecond() + Math.ceil(entry.outcome().seconds());
  }

  private Map<String, Double> byJob(ToDoubleFunction<LedgerEntry> figure) {
    Map<String, Double> figures = new TreeMap<>();
    jobs.forEach(
        entry -> figures.put(label("job", entry.work().job()), figure.applyAsDouble(entry)));
    return figures;
  }

  /** Of each source from which rows were read. */
  private Map<String, Double> rejected() {
    Map<String, Double> shares = new TreeMap<>();
    for (LedgerEntry entry : jobs) {
      Map<String, Long> counts = entry.outcome().counts();
      counts.forEach(
          (name, read) -> {
            if (name.endsWith(READ) && read > 0) {
              String source = name.substring(0, name.length() - READ.length());
              double rejected = counts.getOrDefault(source + QUARANTINED, 0L);
              shares.put(label("source", source), rejected / read);
            }
          });
    }
    return shares;
  }

  private Map<String, Double> sizes() {
    Map<String, Double> sizes = new TreeMap<>();
    cohorts.forEach((cohort, size) -> sizes.put(label("cohort", cohort), (double) size));
    return sizes;
  }

  private static String label(String name, String value) {
    String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return "{" + name + "=\"" + escaped + "\"}";
  }

  private static void metric(
      StringBuilder text, String name, String help, Map<String, Double> figures) {
    if (figures.isEmpty()) {
      return;
    }
    text.append("# HELP dangol_" + name + " " + help + "\n# TYPE dangol_" + name + " gauge\n");
    figures.forEach(
        (labels, figure) ->
            text.append(
                String.format(Locale.ROOT, "dangol_%s%s %s\n", name, labels, number(figure))));
  }

  /** Whole numbers without a point, since large ones would get an exponent. */
  private static String number(double figure) {
    return figure == Math.rint(figure) ? Long.toString((long) figure) : Double.toString(figure);
  }
}
