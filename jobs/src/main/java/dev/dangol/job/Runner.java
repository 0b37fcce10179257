package dev.dangol.job;

import dev.dangol.config.Settings;
import dev.dangol.problem.MissingInput;
import dev.dangol.store.Entry;
import dev.dangol.store.Fingerprints;
import dev.dangol.store.Lake;
import dev.dangol.store.Ledger;
import dev.dangol.store.Outcome;
import dev.dangol.store.Recovery;
import dev.dangol.store.Work;
import dev.dangol.table.AsOf;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs jobs so that they can be retried: what is complete for the same day, settings and input is
 * skipped, what a run that died left half done is taken back first, and readers see either the
 * tables of before or all those of the run.
 */
public final class Runner {
  /** The jobs after ingest, in order. */
  public static final List<Job> JOBS =
      List.of(
          new FeaturesJob(), new ValueJob(), new SegmentsJob(), new CohortsJob(), new ReportJob());

  private static final String WHOLE_RUN = "run";

  private final Lake lake;
  private final Ledger ledger;
  private final Settings settings;
  private final RunTimekeeper timekeeper;
  private final Choice choice;

  public Runner(Lake lake, Settings settings, RunTimekeeper timekeeper, Choice choice) {
    this.lake = lake;
    this.ledger = Ledger.of(lake);
    this.settings = settings;
    this.timekeeper = timekeeper;
    this.choice = choice;
  }

  /** What to do about work that is complete already. */
  public enum Choice {
    /** Leave it. */
    SKIP_COMPLETE,
    /** Do it again. */
    REPEAT
  }

  /**
   * Ingests, then runs every job; readers see all of it together at its end.
   *
   * @return the day described
   */
  public LocalDate everything(Ingest ingest, Map<String, String> inputs, List<Job> jobs) {
    LocalDate asOf = ingest(ingest, inputs, Outcome.Status.COMPLETE);
    for (Job job : jobs) {
      perform(
          job, Work.of(job.name(), asOf, job.inputs(settings, inputs)), Outcome.Status.COMPLETE);
    }
    publish(asOf, inputs);
    return asOf;
  }

  /** Ingests alone; readers see it at once. */
  public LocalDate ingest(Ingest ingest, Map<String, String> inputs) {
    return ingest(ingest, inputs, Outcome.Status.PUBLISHED);
  }

  /**
   * Runs one job; readers see it at once.
   *
   * @throws MissingInput where the job that it builds on has not run for that day
   */
  public LocalDate alone(Job job) {
    Entry before = complete(job.after(), settings.asOf());
    LocalDate asOf = before.work().asOf().orElseThrow();
    timekeeper.takeBack(new Recovery(lake, ledger, settings.features().windows()), asOf);
    Work work = Work.of(job.name(), asOf, job.inputs(settings, before.work().inputs()));
    perform(job, work, Outcome.Status.PUBLISHED);
    return asOf;
  }

  private LocalDate ingest(Ingest ingest, Map<String, String> inputs, Outcome.Status status) {
    Optional<LocalDate> known = settings.asOf().or(() -> sameDayAsBefore(inputs));
    timekeeper.takeBack(
        new Recovery(lake, ledger, settings.features().windows()), known.orElse(LocalDate.EPOCH));
    if (known.isPresent() && covered(Work.of(Ingest.NAME, known.get(), inputs))) {
      timekeeper.progress().skips(Ingest.NAME);
      return known.get();
    }
    RunTimekeeper.Watch watch = timekeeper.start(Ingest.NAME, lake);
    Work failed = new Work(Ingest.NAME, known, inputs);
    LocalDate asOf = watched(watch, failed, () -> ingest.run(choice));
    watch.rowsIn(ingest.rowsRead());
    note(watch.entry(Work.of(Ingest.NAME, asOf, inputs), status, ingest.counts()));
    return asOf;
  }

  private void perform(Job job, Work work, Outcome.Status status) {
    AsOf asOf = new AsOf(work.asOf().orElseThrow(), settings.timeZone(), settings.ingest().known());
    Workday day = new Workday(lake, settings, asOf);
    if (covered(work) && job.standing(day)) {
      timekeeper.progress().skips(job.name());
      return;
    }
    RunTimekeeper.Watch watch = timekeeper.start(job.name(), lake);
    watched(
        watch,
        work,
        () -> {
          job.run(day);
          return asOf;
        });
    Map<String, Long> known = ledger.rows();
    watch.rowsIn(
        lake.journal().reads().stream()
            .filter(table -> !lake.journal().rows().containsKey(table))
            .mapToLong(table -> known.getOrDefault(table, 0L))
            .sum());
    note(watch.entry(work, status, Map.of()));
  }

  private <T> T watched(RunTimekeeper.Watch watch, Work work, Supplier<T> action) {
    try {
      return action.get();
    } catch (RuntimeException | Error failure) {
      timekeeper.progress().fails(work.job());
      noteFailure(watch.failure(work), failure);
      throw failure;
    }
  }

  /** What ended the job is the answer, also where the ledger cannot be written to either. */
  private void noteFailure(Entry entry, Throwable failure) {
    try {
      ledger.append(entry);
    } catch (RuntimeException second) {
      failure.addSuppressed(second);
    }
  }

  private void note(Entry entry) {
    ledger.append(entry);
    timekeeper.progress().ends(entry);
  }

  private boolean covered(Work work) {
    return choice == Choice.SKIP_COMPLETE
        && !work.inputs().containsValue(Fingerprints.UNKNOWN)
        && ledger.covers(timekeeper.stamp(), work);
  }

  /** The line, written last, that makes all the tables of a run visible at once. */
  private void publish(LocalDate asOf, Map<String, String> inputs) {
    if (!ledger.published().equals(ledger.complete())) {
      Work work = Work.of(WHOLE_RUN, asOf, inputs);
      ledger.append(timekeeper.publication(work, ledger.complete()));
    }
  }

  /** The day of the last ingest, where it read the very same input with the same settings. */
  private Optional<LocalDate> sameDayAsBefore(Map<String, String> inputs) {
    return ledger
        .latest(entry -> entry.work().job().equals(Ingest.NAME))
        .filter(entry -> entry.covers(timekeeper.stamp(), entry.work()))
        .filter(entry -> entry.work().inputs().equals(inputs))
        .flatMap(entry -> entry.work().asOf());
  }

  private Entry complete(String job, Optional<LocalDate> asOf) {
    return ledger
        .latest(
            entry ->
                entry.work().job().equals(job)
                    && entry.outcome().status() != Outcome.Status.FAILED
                    && (asOf.isEmpty() || entry.work().asOf().equals(asOf)))
        .orElseThrow(
            () ->
                new MissingInput(
                    "The job "
                        + job
                        + " has not run"
                        + asOf.map(day -> " for " + day).orElse("")
                        + " in the warehouse "
                        + lake.root().path()
                        + ". Run dangol "
                        + job
                        + " first, or dangol run for everything."));
  }
}
