package dev.dangol.job.run;

import dev.dangol.config.Settings;
import dev.dangol.job.Job;
import dev.dangol.job.JobContext;
import dev.dangol.job.RerunPolicy;
import dev.dangol.job.ingest.IngestJob;
import dev.dangol.problem.MissingInput;
import dev.dangol.store.JobRequest;
import dev.dangol.store.JobResult;
import dev.dangol.store.Lake;
import dev.dangol.store.Ledger;
import dev.dangol.store.LedgerEntry;
import dev.dangol.store.RunRecovery;
import dev.dangol.store.raw.SourceFingerprints;
import dev.dangol.table.AsOf;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs jobs idempotently, so that a run can be retried. Jobs that are complete for the same day,
 * settings and input are skipped, unfinished work of a run that died is rolled back first, and
 * readers see either the tables of before or all those of the run.
 */
public final class JobRunner {
  private static final String WHOLE_RUN = "run";

  private final Lake lake;
  private final Ledger ledger;
  private final Settings settings;
  private final RunTimekeeper timekeeper;
  private final RerunPolicy choice;

  public JobRunner(Lake lake, Settings settings, RunTimekeeper timekeeper, RerunPolicy choice) {
    this.lake = lake;
    this.ledger = Ledger.of(lake);
    this.settings = settings;
    this.timekeeper = timekeeper;
    this.choice = choice;
  }

  /**
   * Ingests, then runs every job; readers see all of it together at its end.
   *
   * @return the day described
   */
  public AsOf everything(IngestJob ingest, Map<String, String> inputs, List<Job> jobs) {
    AsOf asOf = ingest(ingest, inputs, JobResult.JobStatus.COMPLETE);
    for (Job job : jobs) {
      perform(job, asOf, inputs, JobResult.JobStatus.COMPLETE);
    }
    publish(asOf, inputs);
    return asOf;
  }

  /** Ingests alone; readers see it at once. */
  public AsOf ingest(IngestJob ingest, Map<String, String> inputs) {
    return ingest(ingest, inputs, JobResult.JobStatus.PUBLISHED);
  }

  /**
   * Runs one job; readers see it at once.
   *
   * @throws MissingInput where the job that it builds on has not run for that day
   */
  public AsOf alone(Job job) {
    LedgerEntry before = complete(job.after().orElseThrow(), settings.asOf());
    AsOf asOf = settings.asOf(before.work().asOf().orElseThrow());
    timekeeper.takeBack(new RunRecovery(lake, ledger, settings.features().windows()), asOf.day());
    perform(job, asOf, before.work().inputs(), JobResult.JobStatus.PUBLISHED);
    return asOf;
  }

  private AsOf ingest(IngestJob ingest, Map<String, String> inputs, JobResult.JobStatus status) {
    Optional<LocalDate> known = settings.asOf().or(() -> sameDayAsBefore(inputs));
    timekeeper.takeBack(
        new RunRecovery(lake, ledger, settings.features().windows()),
        known.orElse(LocalDate.EPOCH));
    if (known.isPresent() && isCovered(JobRequest.of(IngestJob.NAME, known.get(), inputs))) {
      timekeeper.progress().skips(IngestJob.NAME);
      return settings.asOf(known.get());
    }
    RunTimekeeper.JobWatch watch = timekeeper.start(IngestJob.NAME, lake);
    JobRequest failed = new JobRequest(IngestJob.NAME, known, inputs);
    AsOf asOf =
        watch(
            watch,
            failed,
            () -> {
              AsOf found = ingest.load(lake, settings);
              ingest.run(new JobContext(lake, settings, found));
              return found;
            });
    note(watch.entry(JobRequest.of(IngestJob.NAME, asOf.day(), inputs), status, Map.of()));
    return asOf;
  }

  private void perform(Job job, AsOf asOf, Map<String, String> inputs, JobResult.JobStatus status) {
    JobRequest work = JobRequest.of(job.name(), asOf.day(), job.inputs(settings, inputs));
    JobContext day = new JobContext(lake, settings, asOf);
    if (isCovered(work) && job.outputExists(day)) {
      timekeeper.progress().skips(job.name());
      return;
    }
    RunTimekeeper.JobWatch watch = timekeeper.start(job.name(), lake);
    watch(
        watch,
        work,
        () -> {
          job.run(day);
          return asOf;
        });
    note(watch.entry(work, status, ledger.rows()));
  }

  private <T> T watch(RunTimekeeper.JobWatch watch, JobRequest work, Supplier<T> action) {
    try {
      return action.get();
    } catch (RuntimeException | Error failure) {
      timekeeper.progress().fails(work.job());
      noteFailure(watch.failure(work), failure);
      throw failure;
    }
  }

  /** Records a failure; one of the ledger itself does not replace the one that ended the job. */
  private void noteFailure(LedgerEntry entry, Throwable failure) {
    try {
      ledger.append(entry);
    } catch (RuntimeException second) {
      failure.addSuppressed(second);
    }
  }

  private void note(LedgerEntry entry) {
    ledger.append(entry);
    timekeeper.progress().ends(entry);
  }

  private boolean isCovered(JobRequest work) {
    return choice == RerunPolicy.SKIP_COMPLETE
        && !work.inputs().containsValue(SourceFingerprints.UNKNOWN)
        && ledger.covers(timekeeper.stamp(), work);
  }

  /** The line, written last, that makes all the tables of a run visible at once. */
  private void publish(AsOf asOf, Map<String, String> inputs) {
    if (!ledger.publishedVersions().equals(ledger.complete())) {
      JobRequest work = JobRequest.of(WHOLE_RUN, asOf.day(), inputs);
      ledger.append(timekeeper.publication(work, ledger.complete()));
    }
  }

  /** The day of the last ingest, where it read the very same input with the same settings. */
  private Optional<LocalDate> sameDayAsBefore(Map<String, String> inputs) {
    return ledger
        .latest(entry -> entry.work().job().equals(IngestJob.NAME))
        .filter(entry -> entry.covers(timekeeper.stamp(), entry.work()))
        .filter(entry -> entry.work().inputs().equals(inputs))
        .flatMap(entry -> entry.work().asOf());
  }

  private LedgerEntry complete(String job, Optional<LocalDate> day) {
    return ledger
        .latest(
            entry ->
                entry.work().job().equals(job)
                    && entry.outcome().status() != JobResult.JobStatus.FAILED
                    && (day.isEmpty() || entry.work().asOf().equals(day)))
        .orElseThrow(
            () ->
                new MissingInput(
                    "The job "
                        + job
                        + " has not run"
                        + day.map(known -> " for " + known).orElse("")
                        + " in the warehouse "
                        + lake.root().path()
                        + ". Run dangol "
                        + job
                        + " first, or dangol run for everything."));
  }
}
