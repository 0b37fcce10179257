package dev.dangol.job.run;

import dev.dangol.job.RerunPolicy;
import dev.dangol.job.ingest.IngestJob;
import dev.dangol.store.JobRequest;
import dev.dangol.store.JobResult;
import dev.dangol.store.Ledger;
import dev.dangol.store.LedgerEntry;
import dev.dangol.store.RunInfo;
import dev.dangol.store.raw.SourceFingerprints;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Completed work as the ledger knows it: what a run need not do again.
 *
 * @param stamp the run that asks
 * @param choice whether complete work is left at all
 */
record CompletedWork(Ledger ledger, RunInfo stamp, RerunPolicy choice) {

  /** True where the work was done, and doing it again would only repeat it. */
  boolean covers(JobRequest work) {
    return choice == RerunPolicy.SKIP_COMPLETE
        && !work.inputs().containsValue(SourceFingerprints.UNKNOWN)
        && ledger.covers(stamp, work);
  }

  /** True where the clean tables are those of this work: no other day was ingested since. */
  boolean isInCleanTables(JobRequest ingest) {
    return lastIngest().filter(entry -> entry.work().equals(ingest)).isPresent();
  }

  /** The day that the clean tables were written for. */
  Optional<LocalDate> dayOfCleanTables() {
    return lastIngest().flatMap(entry -> entry.work().asOf());
  }

  /** The day of the last ingest, where it read the very same input with the same settings. */
  Optional<LocalDate> sameDayAsBefore(Map<String, String> inputs) {
    return ledger
        .latest(entry -> entry.work().job().equals(IngestJob.NAME))
        .filter(entry -> entry.covers(stamp, entry.work()))
        .filter(entry -> entry.work().inputs().equals(inputs))
        .flatMap(entry -> entry.work().asOf());
  }

  /** The newest line of a job that ended well, for a day where one is named. */
  Optional<LedgerEntry> latest(String job, Optional<LocalDate> day) {
    return ledger.latest(
        entry ->
            isDone(entry, job)
                && (day.isEmpty() || entry.work().asOf().equals(day))
                && (writesNoDay(job) || !ledger.isExpired(entry)));
  }

  /** True for the job whose clean tables stay those of a day also when its snapshot is removed. */
  private static boolean writesNoDay(String job) {
    return job.equals(IngestJob.NAME);
  }

  private Optional<LedgerEntry> lastIngest() {
    return latest(IngestJob.NAME, Optional.empty());
  }

  private static boolean isDone(LedgerEntry entry, String job) {
    return entry.work().job().equals(job) && entry.outcome().status() != JobResult.JobStatus.FAILED;
  }
}
