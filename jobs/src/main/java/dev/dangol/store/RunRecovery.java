package dev.dangol.store;

import dev.dangol.table.RunColumns;
import dev.dangol.table.Table;
import dev.dangol.table.results.Tables;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rolls back the writes of a run that died. Every table goes back to its last version that is worth
 * keeping, before anything new is written on top. The work of jobs that had ended well is kept
 * where the run that starts now would only repeat it.
 */
public final class RunRecovery {
  /** Its name in the ledger. */
  static final String NAME = "restore";

  private final Lake lake;
  private final Ledger ledger;
  private final List<Integer> windows;

  public RunRecovery(Lake lake, Ledger ledger, List<Integer> windows) {
    this.lake = lake;
    this.ledger = ledger;
    this.windows = List.copyOf(windows);
  }

  /**
   * Makes the warehouse ready for a run.
   *
   * @param stamp the run that starts
   * @param asOf the day that it will describe
   * @param now when it starts
   */
  public void beforeRun(RunInfo stamp, LocalDate asOf, Instant now) {
    boolean resumes =
        ledger.unpublishedEntries().stream()
            .allMatch(
                entry ->
                    entry.stamp().computesLike(stamp)
                        && entry.work().asOf().equals(Optional.of(asOf)));
    takeBack(new RecoveryNote(stamp, asOf, now, resumes));
  }

  /** Rolls every table back to its published version, also where a run could resume. */
  public void toPublished(RunInfo stamp, LocalDate asOf, Instant now) {
    takeBack(new RecoveryNote(stamp, asOf, now, false));
  }

  private void takeBack(RecoveryNote note) {
    Map<String, Long> kept = note.resumes() ? ledger.complete() : ledger.publishedVersions();
    Map<String, Long> restored = new HashMap<>();
    for (Table table : Tables.all(windows, List.of())) {
      long good = kept.getOrDefault(table.name(), 0L);
      if (!table.equals(RunColumns.RUNS) && lake.version(table).orElse(good) > good) {
        lake.restore(table, good);
        restored.put(table.name(), lake.version(table).orElseThrow());
      }
    }
    if (!restored.isEmpty()) {
      ledger.append(note.of(restored));
    }
  }

  /** Note of a rollback for the ledger. */
  private record RecoveryNote(RunInfo stamp, LocalDate asOf, Instant now, boolean resumes) {
    LedgerEntry of(Map<String, Long> restored) {
      var status = resumes ? JobResult.JobStatus.COMPLETE : JobResult.JobStatus.PUBLISHED;
      return new LedgerEntry(
          stamp,
          JobRequest.of(NAME, asOf, Map.of()),
          new JobResult(status, now, 0, 0, 0, Map.of(), restored));
    }
  }
}
