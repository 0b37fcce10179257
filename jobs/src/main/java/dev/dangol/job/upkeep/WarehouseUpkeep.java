package dev.dangol.job.upkeep;

import dev.dangol.config.Settings;
import dev.dangol.job.run.RunTimekeeper;
import dev.dangol.problem.FailureNotice;
import dev.dangol.store.JobRequest;
import dev.dangol.store.JobResult;
import dev.dangol.store.Lake;
import dev.dangol.store.Ledger;
import dev.dangol.store.LedgerEntry;
import dev.dangol.store.OldVersions;
import dev.dangol.store.RunRecovery;
import dev.dangol.store.TableUpkeep;
import dev.dangol.table.RunColumns;
import dev.dangol.table.Table;
import dev.dangol.table.results.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Upkeep of a warehouse. Snapshot days that are no longer kept are removed, small files are put
 * together, and readers are shown the tables so; last goes what only old versions need. Where it is
 * cut short, running it again completes it.
 */
public final class WarehouseUpkeep {
  /** Its name as a command and in the ledger. */
  public static final String NAME = "maintain";

  private final Lake lake;
  private final TableUpkeep upkeep;
  private final Settings settings;

  public WarehouseUpkeep(Lake lake, TableUpkeep upkeep, Settings settings) {
    this.lake = lake;
    this.upkeep = upkeep;
    this.settings = settings;
  }

  /** Sentences on what there is to do; nothing is changed. */
  public List<String> preview(Instant now) {
    Ledger ledger = Ledger.of(lake);
    return plan(ledger).withOld(old(ledger, now)).lines(false);
  }

  /** Does it, and says what was done. */
  public List<String> run(RunTimekeeper timekeeper) {
    timekeeper.progress().begins(NAME);
    return FailureNotice.during(
        () -> work(timekeeper), failure -> timekeeper.progress().fails(NAME));
  }

  private List<String> work(RunTimekeeper timekeeper) {
    Ledger ledger = Ledger.of(lake);
    if (ledger.unpublishedEntries().isEmpty()) {
      takeBack(ledger, timekeeper);
    }
    Instant started = timekeeper.instant();
    lake.journal().begin(timekeeper.stamp(), NAME);
    UpkeepPlan plan = plan(ledger);
    plan.days().forEach(this::expire);
    plan.scattered().keySet().forEach(upkeep::merge);
    LedgerEntry line = publish(plan, ledger, timekeeper);
    // What is old is known once readers are shown the new versions.
    UpkeepPlan whole = plan.withOld(old(ledger, started));
    whole.old().forEach(upkeep::remove);
    timekeeper.progress().ends(line);
    return whole.lines(true);
  }

  /** Upkeep that was cut short has left versions that nobody published. */
  private void takeBack(Ledger ledger, RunTimekeeper timekeeper) {
    lake.scratch().close();
    new RunRecovery(lake, ledger, settings.features().windows())
        .toPublished(
            timekeeper.stamp(), newest(ledger).orElse(LocalDate.EPOCH), timekeeper.instant());
  }

  /** The plan without what is old. */
  private UpkeepPlan plan(Ledger ledger) {
    List<String> unfinished =
        ledger.unpublishedEntries().stream()
            .flatMap(entry -> entry.outcome().versions().keySet().stream())
            .distinct()
            .sorted()
            .toList();
    Map<Table, Long> scattered = new LinkedHashMap<>();
    if (unfinished.isEmpty()) {
      for (Table table : tables()) {
        long files = upkeep.scattered(table);
        if (files > 0) {
          scattered.put(table, files);
        }
      }
    }
    return new UpkeepPlan(
        unfinished, unfinished.isEmpty() ? expired() : new TreeMap<>(), scattered, Map.of());
  }

  private SortedMap<LocalDate, List<Table>> expired() {
    Map<Table, TreeSet<LocalDate>> days = new LinkedHashMap<>();
    tables().stream()
        .filter(Table::daily)
        .forEach(table -> days.put(table, new TreeSet<>(upkeep.days(table))));
    TreeSet<LocalDate> all = new TreeSet<>();
    days.values().forEach(all::addAll);
    SortedMap<LocalDate, List<Table>> expired = new TreeMap<>();
    for (LocalDate day : new KeptDays(settings.warehouse().keep()).expired(all)) {
      days.forEach(
          (table, its) -> {
            if (its.contains(day)) {
              expired.computeIfAbsent(day, key -> new ArrayList<>()).add(table);
            }
          });
    }
    return expired;
  }

  private void expire(LocalDate day, List<Table> tables) {
    tables.forEach(table -> lake.replaceDay(table, lake.none(table), settings.asOf(day)));
  }

  /**
   * Lines of the ledger: one for each day that went, and one that shows readers the tables.
   *
   * @return the last of them
   */
  private LedgerEntry publish(UpkeepPlan plan, Ledger ledger, RunTimekeeper timekeeper) {
    JobRequest work = new JobRequest(NAME, newest(ledger), Map.of());
    Map<String, Long> versions = new HashMap<>();
    Stream.concat(
            plan.days().values().stream().flatMap(List::stream),
            plan.scattered().keySet().stream().filter(table -> !table.equals(RunColumns.RUNS)))
        .forEach(table -> versions.put(table.name(), lake.version(table).orElseThrow()));
    // Days first: a run that finds their line knows that they are to be computed again.
    for (LocalDate day : plan.days().keySet()) {
      ledger.append(line(JobRequest.of(Ledger.EXPIRY, day, Map.of()), Map.of(), timekeeper));
    }
    LedgerEntry last = line(work, versions, timekeeper);
    ledger.append(last);
    return last;
  }

  private static LedgerEntry line(
      JobRequest work, Map<String, Long> versions, RunTimekeeper timekeeper) {
    return new LedgerEntry(
        timekeeper.stamp(),
        work,
        new JobResult(
            JobResult.JobStatus.PUBLISHED, timekeeper.instant(), 0, 0, 0, Map.of(), versions));
  }

  private Map<Table, OldVersions> old(Ledger ledger, Instant now) {
    Instant moment = now.minus(Duration.ofDays(settings.warehouse().keep().oldVersionsDays()));
    Map<String, Long> published = ledger.publishedVersions();
    Map<Table, OldVersions> all = new LinkedHashMap<>();
    for (Table table : tables()) {
      long newest = lake.version(table).orElseThrow();
      long shown =
          table.equals(RunColumns.RUNS) ? newest : published.getOrDefault(table.name(), 0L);
      OldVersions old = upkeep.old(table, Math.min(shown, newest), moment);
      if (!old.isEmpty()) {
        all.put(table, old);
      }
    }
    return all;
  }

  private static Optional<LocalDate> newest(Ledger ledger) {
    return ledger
        .latest(entry -> entry.outcome().status() == JobResult.JobStatus.PUBLISHED)
        .flatMap(entry -> entry.work().asOf());
  }

  private List<Table> tables() {
    return Tables.all(settings.features().windows(), settings.value().horizons()).stream()
        .filter(lake::exists)
        .toList();
  }
}
