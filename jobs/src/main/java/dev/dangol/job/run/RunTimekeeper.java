package dev.dangol.job.run;

import dev.dangol.store.JobJournal;
import dev.dangol.store.JobRequest;
import dev.dangol.store.JobResult;
import dev.dangol.store.Lake;
import dev.dangol.store.LedgerEntry;
import dev.dangol.store.RunInfo;
import dev.dangol.store.RunRecovery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.MDC;

/**
 * Records when jobs began and how long they took, and reports progress. It is the only part of a
 * run that uses the clock; nothing that it records changes a result.
 *
 * @param stamp the parts that every line of the run shares
 */
public record RunTimekeeper(RunInfo stamp, Clock clock, ProgressListener progress) {

  public Instant instant() {
    return clock.instant();
  }

  /** The present day of the clock in a time zone. */
  public LocalDate today(ZoneId zone) {
    return LocalDate.ofInstant(instant(), zone);
  }

  JobWatch start(String job, Lake lake) {
    lake.journal().begin(stamp, job);
    MDC.put("run_id", stamp.run());
    MDC.put("job", job);
    progress.begins(job);
    return new JobWatch(lake, clock.instant());
  }

  void takeBack(RunRecovery recovery, LocalDate day) {
    recovery.beforeRun(stamp, day, clock.instant());
  }

  public LedgerEntry publication(JobRequest work, Map<String, Long> versions) {
    JobResult published =
        new JobResult(JobResult.JobStatus.PUBLISHED, clock.instant(), 0, 0, 0, Map.of(), versions);
    return new LedgerEntry(stamp, work, published);
  }

  /** Measures the time of one running job. */
  final class JobWatch {
    private final Lake lake;
    private final Instant started;

    private JobWatch(Lake lake, Instant started) {
      this.lake = lake;
      this.started = started;
    }

    /**
     * The line of a job that ended well.
     *
     * @param known the rows of each table when it was last written
     */
    LedgerEntry entry(JobRequest work, JobResult.JobStatus status, Map<String, Long> known) {
      JobJournal journal = lake.journal();
      Map<String, Long> counts = new HashMap<>(journal.rows());
      long rowsOut = counts.values().stream().mapToLong(Long::longValue).sum();
      counts.putAll(journal.counts());
      long rowsIn = journal.newRows().orElseGet(() -> read(journal, known));
      Map<String, Long> versions = journal.versions();
      return new LedgerEntry(
          stamp,
          work,
          new JobResult(status, started, seconds(), rowsIn, rowsOut, counts, versions));
    }

    LedgerEntry failure(JobRequest work) {
      JobResult failed =
          new JobResult(JobResult.JobStatus.FAILED, started, seconds(), 0, 0, Map.of(), Map.of());
      return new LedgerEntry(stamp, work, failed);
    }

    /** The rows of the tables that were read and not written. */
    private static long read(JobJournal journal, Map<String, Long> known) {
      return journal.reads().stream()
          .filter(table -> !journal.rows().containsKey(table))
          .mapToLong(table -> known.getOrDefault(table, 0L))
          .sum();
    }

    private double seconds() {
      return Duration.between(started, clock.instant()).toMillis() / 1000.0;
    }
  }
}
