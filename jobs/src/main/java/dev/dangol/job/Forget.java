package dev.dangol.job;

import dev.dangol.config.Settings;
import dev.dangol.problem.BadSetting;
import dev.dangol.store.Entry;
import dev.dangol.store.Erasure;
import dev.dangol.store.ErasureList;
import dev.dangol.store.Folder;
import dev.dangol.store.Lake;
import dev.dangol.store.Ledger;
import dev.dangol.store.Outcome;
import dev.dangol.store.Recovery;
import dev.dangol.store.Views;
import dev.dangol.store.Work;
import dev.dangol.table.CustomerKeys;
import dev.dangol.table.ErasureColumns;
import dev.dangol.table.Field;
import dev.dangol.table.RunColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Tables;
import dev.dangol.table.Trace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Erases customers from every table and from the files of every version before. They go on the list
 * of the erased first, so that no later run takes them in again; then their rows are deleted, the
 * tables without them are published, and last the files that still hold them are removed. Cut short
 * anywhere, the same again finishes it.
 */
public final class Forget {
  /** Its name as a command and in the ledger. */
  public static final String NAME = "forget";

  private static final String RECEIPTS = "receipts";

  private final Lake lake;
  private final Erasure erasure;
  private final Settings settings;

  public Forget(Lake lake, Erasure erasure, Settings settings) {
    this.lake = lake;
    this.erasure = erasure;
    this.settings = settings;
  }

  /**
   * Makes sure that there is something to forget from.
   *
   * @throws BadSetting where the warehouse has no tables
   */
  public void requireTables() {
    if (tables().isEmpty()) {
      throw new BadSetting(
          "The warehouse "
              + lake.root().path()
              + " has no tables, so there is nobody to forget. Check warehouse.path.");
    }
  }

  /** What would be erased of what readers see; changes nothing. */
  public Receipt preview(Set<String> given) {
    Reading reading = new Views(lake, Ledger.of(lake))::read;
    return Receipt.of(given, look(reading, given));
  }

  /** Erases the customers whom the ids mean, and writes a receipt into the warehouse. */
  public Receipt run(Set<String> given, RunTimekeeper timekeeper) {
    timekeeper.progress().begins(NAME);
    try {
      Instant started = timekeeper.clock().instant();
      Ledger ledger = Ledger.of(lake);
      takeBack(ledger, timekeeper);
      Findings findings = look(lake::read, given);
      list(findings.trace(), ledger, timekeeper);
      delete(findings);
      Entry entry = line(findings, ledger, timekeeper, started);
      ledger.append(entry);
      Map<String, Long> files = purge(findings.trace());
      long pages = deletePage(findings.trace());
      Receipt receipt = Receipt.of(given, findings).after(entry, files, pages);
      keep(receipt);
      timekeeper.progress().ends(entry);
      return receipt;
    } catch (RuntimeException | Error failure) {
      timekeeper.progress().fails(NAME);
      throw failure;
    }
  }

  private void takeBack(Ledger ledger, RunTimekeeper timekeeper) {
    lake.scratch().close();
    new Recovery(lake, ledger, settings.features().windows())
        .toPublished(
            timekeeper.stamp(),
            lastDay(ledger).orElse(LocalDate.EPOCH),
            timekeeper.clock().instant());
  }

  private Findings look(Reading reading, Set<String> given) {
    Trace trace = new Subjects(reading, given).trace();
    return Findings.in(reading, tables().stream().filter(trace::concerns).toList(), trace);
  }

  /** Published at once: from now on no run takes them in, whatever becomes of this one. */
  private void list(Trace trace, Ledger ledger, RunTimekeeper timekeeper) {
    LocalDate today = LocalDate.ofInstant(timekeeper.clock().instant(), settings.timeZone());
    ErasureList.of(lake).add(trace, today);
    long version = lake.version(ErasureColumns.TABLE).orElseThrow();
    Work work = new Work(ErasureColumns.TABLE.name(), lastDay(ledger), Map.of());
    ledger.append(timekeeper.publication(work, Map.of(ErasureColumns.TABLE.name(), version)));
  }

  private void delete(Findings findings) {
    Together.each(tables(), table -> delete(findings, table));
  }

  private void delete(Findings findings, Table table) {
    Trace trace = findings.trace();
    if (findings.cells().containsKey(table.name())) {
      for (Field named : CustomerKeys.of(table, CustomerKeys.NAMED)) {
        erasure.empty(table, named, Findings.naming(trace, table, named));
      }
    }
    if (findings.rows().containsKey(table.name())) {
      erasure.delete(table, trace.in(table));
    }
  }

  /** Written before a file is removed: nobody may be pointed to a version that cannot be read. */
  private Entry line(Findings findings, Ledger ledger, RunTimekeeper timekeeper, Instant started) {
    Map<String, Long> counts = new HashMap<>();
    findings.rows().forEach((table, rows) -> counts.put(table + ".erased", rows));
    Map<String, Long> versions = new HashMap<>();
    tables().forEach(table -> versions.put(table.name(), lake.version(table).orElseThrow()));
    double seconds = Duration.between(started, timekeeper.clock().instant()).toMillis() / 1000.0;
    return new Entry(
        timekeeper.stamp(),
        new Work(NAME, lastDay(ledger), Map.of()),
        new Outcome(
            Outcome.Status.PUBLISHED,
            timekeeper.clock().instant(),
            seconds,
            counts.values().stream().mapToLong(Long::longValue).sum(),
            0,
            counts,
            versions));
  }

  /** Also where this run found no row: an earlier version may hold one, or a run was cut short. */
  private Map<String, Long> purge(Trace trace) {
    Map<String, Long> files = new ConcurrentSkipListMap<>();
    Together.each(
        tables().stream().filter(trace::concerns).toList(),
        table -> {
          long removed = erasure.purge(table);
          if (removed > 0) {
            files.put(table.name(), removed);
          }
        });
    return files;
  }

  /** The page shows nobody by name or id; should one stand on it after all, it has to go. */
  private long deletePage(Trace trace) {
    Folder report = lake.folder(settings.report().directory());
    boolean told = report.text(ReportJob.PAGE).filter(trace.wording()::toldIn).isPresent();
    if (told) {
      report.delete(ReportJob.PAGE);
    }
    return told ? 1 : 0;
  }

  private void keep(Receipt receipt) {
    Folder receipts = lake.root().in(RECEIPTS);
    receipts.make();
    receipts.write(receipt.file(), receipt.json());
  }

  private static Optional<LocalDate> lastDay(Ledger ledger) {
    return ledger
        .latest(entry -> entry.outcome().status() == Outcome.Status.PUBLISHED)
        .flatMap(entry -> entry.work().asOf());
  }

  /** Every table there is, but the ledger, which knows nobody. */
  private List<Table> tables() {
    return Tables.all(settings.features().windows(), settings.value().horizons()).stream()
        .filter(table -> !table.equals(RunColumns.RUNS) && lake.exists(table))
        .toList();
  }
}
