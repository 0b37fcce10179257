package dev.dangol.store;

import java.time.Instant;
import java.util.Map;

/**
 * Result of a job: its status, duration, row counts and table versions.
 *
 * @param seconds how long it took
 * @param rowsIn rows read
 * @param rowsOut rows written
 * @param counts rows by table, and by source and fate
 * @param versions the version that each written table has now
 */
public record JobResult(
    JobStatus status,
    Instant started,
    double seconds,
    long rowsIn,
    long rowsOut,
    Map<String, Long> counts,
    Map<String, Long> versions) {

  public JobResult {
    counts = Map.copyOf(counts);
    versions = Map.copyOf(versions);
  }

  /** Status of a job that has ended. */
  public enum JobStatus {
    /** Done; readers see it when the run it belongs to is published. */
    COMPLETE,
    /** Done, and readers see it. */
    PUBLISHED,
    /** Ended by a failure; its tables are rolled back by the next run. */
    FAILED;

    /** The word in the ledger. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static JobStatus of(String word) {
      return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
  }
}
