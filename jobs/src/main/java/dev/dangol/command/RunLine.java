package dev.dangol.command;

import dev.dangol.store.JobResult.JobStatus;
import dev.dangol.store.LedgerEntry;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * Line about a run for a person at a terminal.
 *
 * @param entries what the ledger has of it, in order of time; at least one
 */
record RunLine(List<LedgerEntry> entries) {
  /** The job of the line that publishes a whole run, which takes no time of its own. */
  private static final String WHOLE_RUN = "run";

  String text() {
    LedgerEntry first = entries.get(0);
    List<LedgerEntry> jobs =
        entries.stream().filter(entry -> !entry.work().job().equals(WHOLE_RUN)).toList();
    return String.format(
        Locale.ROOT,
        "%s  %s  %-22s %7.1f s  %2d jobs  %s",
        first.outcome().started().truncatedTo(ChronoUnit.SECONDS),
        newestDay(),
        status(),
        jobs.stream().mapToDouble(entry -> entry.outcome().seconds()).sum(),
        jobs.size(),
        first.stamp().run());
  }

  private String newestDay() {
    return entries.stream()
        .flatMap(entry -> entry.work().asOf().stream())
        .reduce((earlier, later) -> later)
        .map(Object::toString)
        .orElse("          ");
  }

  private String status() {
    LedgerEntry latest = entries.get(entries.size() - 1);
    return latest.outcome().status() == JobStatus.FAILED
        ? "failed at " + latest.work().job()
        : latest.outcome().status().word();
  }
}
