package dev.dangol.job.run;

import dev.dangol.config.Settings;
import dev.dangol.job.Job;
import dev.dangol.job.JobContext;
import dev.dangol.job.RerunPolicy;
import dev.dangol.job.ingest.IngestJob;
import dev.dangol.problem.FailureNotice;
import dev.dangol.problem.MissingInput;
import dev.dangol.store.JobRequest;
import dev.dangol.store.JobResult.JobStatus;
import dev.dangol.store.Lake;
import dev.dangol.store.Ledger;
import dev.dangol.store.LedgerEntry;
import dev.dangol.store.RunRecovery;
import dev.dangol.table.AsOf;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Runs jobs idempotently, so that a run can be retried. Jobs that are complete for the same day,
 * settings and input are skipped, unfinished work of a run that died is rolled back first, and
 * readers see either the tables of before or all those of the run.
 */
public final class JobRunner {
  private static final String WHOLE_RUN = "run";

  /** Stands among the inputs of an ingest that had to find the day. */
  private static final String DAY = "as_of";

  private final Lake lake;
  private final Ledger ledger;
  private final Settings settings;
  private final RunTimekeeper timekeeper;
  private final CompletedWork completed;

  public JobRunner(Lake lake, Settings settings, RunTimekeeper timekeeper, RerunPolicy choice) {
    this.lake = lake;
    this.ledger = Ledger.of(lake);
    this.settings = settings;
    this.timekeeper = timekeeper;
    this.completed = new CompletedWork(ledger, timekeeper.stamp(), choice);
  }

  /**
   * Ingests, then runs every job; readers see all of it together at its end.
   *
   * @return the day described
   */
  public AsOf everything(IngestJob ingest, Map<String, String> inputs, List<Job> jobs) {
    Optional<AsOf> known = known(inputs);
    AsOf asOf =
        known
            .filter(day -> isCurrent(day, inputs) || isAllDone(day, inputs, jobs))
            .map(this::skipIngest)
            .orElseGet(() -> ingest(ingest, inputs, JobStatus.COMPLETE));
    for (Job job : jobs) {
      perform(job, asOf, inputs, JobStatus.COMPLETE);
    }
    publish(asOf, inputs);
    return asOf;
  }

  /** Ingests alone; readers see it at once. */
  public AsOf ingest(IngestJob ingest, Map<String, String> inputs) {
    return known(inputs)
        .filter(day -> isCurrent(day, inputs))
        .map(this::skipIngest)
        .orElseGet(() -> ingest(ingest, inputs, JobStatus.PUBLISHED));
  }

  /**
   * Runs one job; readers see it at once.
   *
   * @throws MissingInput where the job that it builds on has not run for that day, or the clean
   *     tables are those of an earlier one
   */
  public AsOf alone(Job job) {
    LedgerEntry before = complete(job.after().orElseThrow(), settings.asOf());
    AsOf asOf = settings.asOf(before.work().asOf().orElseThrow());
    takeBack(asOf.day());
    Map<String, String> inputs = new TreeMap<>(before.work().inputs());
    inputs.remove(DAY);
    if (job.readsCleanRows() && !isDone(job, asOf, inputs)) {
      requireCleanRows(asOf);
    }
    perform(job, asOf, inputs, JobStatus.PUBLISHED);
    return asOf;
  }

  /** The day where it need not be found; what a run that died had written is taken back for it. */
  private Optional<AsOf> known(Map<String, String> inputs) {
    Optional<LocalDate> day =
        settings.asOf().or(() -> completed.sameDayAsBefore(ingestInputs(inputs)));
    takeBack(day.orElse(LocalDate.EPOCH));
    return day.map(settings::asOf);
  }

  private void takeBack(LocalDate day) {
    timekeeper.takeBack(new RunRecovery(lake, ledger, settings.features().windows()), day);
  }

  private AsOf skipIngest(AsOf asOf) {
    timekeeper.progress().skips(IngestJob.NAME);
    return asOf;
  }

  /** Sources are loaded, whereby the day is found, and the day is cleaned. */
  private AsOf ingest(IngestJob ingest, Map<String, String> inputs, JobStatus status) {
    Map<String, String> asked = ingestInputs(inputs);
    RunTimekeeper.JobWatch watch = timekeeper.start(IngestJob.NAME, lake);
    AsOf asOf =
        watch(
            watch,
            new JobRequest(IngestJob.NAME, settings.asOf(), asked),
            () -> {
              AsOf found = ingest.load(lake, settings);
              ingest.run(context(found));
              return found;
            });
    note(watch.entry(JobRequest.of(IngestJob.NAME, asOf.day(), asked), status, ledger.rows()));
    return asOf;
  }

  private void perform(Job job, AsOf asOf, Map<String, String> inputs, JobStatus status) {
    if (isDone(job, asOf, inputs)) {
      timekeeper.progress().skips(job.name());
      return;
    }
    JobRequest work = request(job, asOf, inputs);
    RunTimekeeper.JobWatch watch = timekeeper.start(job.name(), lake);
    watch(
        watch,
        work,
        () -> {
          job.run(context(asOf));
          return asOf;
        });
    note(watch.entry(work, status, ledger.rows()));
  }

  private <T> T watch(RunTimekeeper.JobWatch watch, JobRequest work, Supplier<T> action) {
    return FailureNotice.during(
        action,
        failure -> {
          timekeeper.progress().fails(work.job());
          noteFailure(watch.failure(work), failure);
        });
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

  private JobContext context(AsOf asOf) {
    return new JobContext(lake, settings, asOf);
  }

  private JobRequest request(Job job, AsOf asOf, Map<String, String> inputs) {
    return JobRequest.of(job.name(), asOf.day(), job.inputs(settings, inputs));
  }

  private Map<String, String> ingestInputs(Map<String, String> inputs) {
    Map<String, String> asked = new TreeMap<>(inputs);
    if (settings.asOf().isEmpty()) {
      asked.put(DAY, "found in purchases");
    }
    return asked;
  }

  private boolean isDone(Job job, AsOf asOf, Map<String, String> inputs) {
    return completed.covers(request(job, asOf, inputs)) && job.outputExists(context(asOf));
  }

  /** True where the day was ingested and the clean tables are still those of the day. */
  private boolean isCurrent(AsOf asOf, Map<String, String> inputs) {
    JobRequest work = JobRequest.of(IngestJob.NAME, asOf.day(), ingestInputs(inputs));
    return completed.covers(work) && completed.isInCleanTables(work);
  }

  /** True where the day was ingested and no job is left that could read the clean tables. */
  private boolean isAllDone(AsOf asOf, Map<String, String> inputs, List<Job> jobs) {
    JobRequest work = JobRequest.of(IngestJob.NAME, asOf.day(), ingestInputs(inputs));
    return completed.covers(work) && jobs.stream().allMatch(job -> isDone(job, asOf, inputs));
  }

  private void requireCleanRows(AsOf asOf) {
    completed
        .dayOfCleanTables()
        .filter(day -> day.isBefore(asOf.day()))
        .ifPresent(
            day -> {
              throw new MissingInput(
                  "The clean tables are those of "
                      + day
                      + ", the day that was ingested last, and lack the rows after it. Run dangol"
                      + " ingest --as-of "
                      + asOf.day()
                      + " first, or dangol run for everything.");
            });
  }

  /** The line, written last, that makes all the tables of a run visible at once. */
  private void publish(AsOf asOf, Map<String, String> inputs) {
    if (!ledger.publishedVersions().equals(ledger.complete())) {
      JobRequest work = JobRequest.of(WHOLE_RUN, asOf.day(), inputs);
      ledger.append(timekeeper.publication(work, ledger.complete()));
    }
  }

  private LedgerEntry complete(String job, Optional<LocalDate> day) {
    return completed
        .latest(job, day)
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
