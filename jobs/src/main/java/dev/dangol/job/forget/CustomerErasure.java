package dev.dangol.job.forget;

import dev.dangol.config.Settings;
import dev.dangol.job.ParallelTasks;
import dev.dangol.job.TableReader;
import dev.dangol.job.export.ExportErasure;
import dev.dangol.job.run.RunTimekeeper;
import dev.dangol.privacy.CustomerKeys;
import dev.dangol.privacy.ErasureTarget;
import dev.dangol.problem.BadSetting;
import dev.dangol.problem.FailureNotice;
import dev.dangol.report.page.PageFile;
import dev.dangol.store.ErasureList;
import dev.dangol.store.JobRequest;
import dev.dangol.store.JobResult;
import dev.dangol.store.Lake;
import dev.dangol.store.Ledger;
import dev.dangol.store.LedgerEntry;
import dev.dangol.store.PublishedViews;
import dev.dangol.store.RunRecovery;
import dev.dangol.store.StoreFolder;
import dev.dangol.store.TableErasure;
import dev.dangol.table.Field;
import dev.dangol.table.RunColumns;
import dev.dangol.table.Table;
import dev.dangol.table.results.ErasureColumns;
import dev.dangol.table.results.Tables;
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
 * Erases customers from every table and from the files of every earlier version. They are put on
 * the list of erasures first, so that no later run loads them again; then their rows are deleted,
 * the tables without them are published, and last the files that still hold them are removed. It is
 * idempotent: where a run was cut short, running it again completes the erasure.
 */
public final class CustomerErasure {
  /** Its name as a command and in the ledger. */
  public static final String NAME = "forget";

  private static final String RECEIPTS = "receipts";

  private final Lake lake;
  private final TableErasure erasure;
  private final Settings settings;

  public CustomerErasure(Lake lake, TableErasure erasure, Settings settings) {
    this.lake = lake;
    this.erasure = erasure;
    this.settings = settings;
  }

  /**
   * Makes sure that there are tables to erase from.
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

  /** The receipt of an erasure from the tables that readers see; nothing is changed. */
  public ErasureReceipt preview(Set<String> given) {
    TableReader reading = new PublishedViews(lake, Ledger.of(lake))::read;
    return ErasureReceipt.of(given, look(reading, given));
  }

  /** Erases the customers of the ids, and writes a receipt into the warehouse. */
  public ErasureReceipt run(Set<String> given, RunTimekeeper timekeeper) {
    timekeeper.progress().begins(NAME);
    return FailureNotice.during(
        () -> erase(given, timekeeper), failure -> timekeeper.progress().fails(NAME));
  }

  private ErasureReceipt erase(Set<String> given, RunTimekeeper timekeeper) {
    Instant started = timekeeper.instant();
    Ledger ledger = Ledger.of(lake);
    takeBack(ledger, timekeeper);
    ErasureFindings findings = look(lake::read, given);
    list(findings.trace(), ledger, timekeeper);
    long exports = eraseExports(findings.trace(), timekeeper);
    delete(findings);
    ErasureSuppressions.add(lake, ledger);
    LedgerEntry entry = line(findings, ledger, timekeeper, started);
    ledger.append(entry);
    Map<String, Long> files = purge(findings.trace());
    long pages = deletePages(findings.trace());
    ErasureReceipt receipt =
        ErasureReceipt.of(given, findings).withExports(exports).after(entry, files, pages);
    keep(receipt);
    timekeeper.progress().ends(entry);
    return receipt;
  }

  private void takeBack(Ledger ledger, RunTimekeeper timekeeper) {
    lake.scratch().close();
    new RunRecovery(lake, ledger, settings.features().windows())
        .toPublished(
            timekeeper.stamp(), lastDay(ledger).orElse(LocalDate.EPOCH), timekeeper.instant());
  }

  private ErasureFindings look(TableReader reading, Set<String> given) {
    ErasureTarget trace = new ErasureSubjects(reading, given).trace();
    return ErasureFindings.in(reading, tables().stream().filter(trace::concerns).toList(), trace);
  }

  /** Their rows in exported files go while their contacts, by which they are found, are there. */
  private long eraseExports(ErasureTarget trace, RunTimekeeper timekeeper) {
    return new ExportErasure(lake, settings, timekeeper.stamp().run()).erase(trace);
  }

  /** Publishes the list at once: from now on no run loads them, however this one ends. */
  private void list(ErasureTarget trace, Ledger ledger, RunTimekeeper timekeeper) {
    LocalDate today = timekeeper.today(settings.timeZone());
    ErasureList.of(lake).add(trace, ErasedAddresses.of(lake, settings, trace), today);
    long version = lake.version(ErasureColumns.TABLE).orElseThrow();
    JobRequest work = new JobRequest(ErasureColumns.TABLE.name(), lastDay(ledger), Map.of());
    ledger.append(timekeeper.publication(work, Map.of(ErasureColumns.TABLE.name(), version)));
  }

  private void delete(ErasureFindings findings) {
    ParallelTasks.each(tables(), table -> delete(findings, table));
  }

  private void delete(ErasureFindings findings, Table table) {
    ErasureTarget trace = findings.trace();
    if (findings.cells().containsKey(table.name())) {
      for (Field named : CustomerKeys.of(table, CustomerKeys.NAMED)) {
        erasure.empty(table, named, ErasureFindings.naming(trace, table, named));
      }
    }
    if (findings.rows().containsKey(table.name())) {
      erasure.delete(table, trace.in(table));
    }
  }

  /** The ledger's line, written before a file is removed: no reader may get a deleted version. */
  private LedgerEntry line(
      ErasureFindings findings, Ledger ledger, RunTimekeeper timekeeper, Instant started) {
    Map<String, Long> counts = new HashMap<>();
    findings.rows().forEach((table, rows) -> counts.put(table + ".erased", rows));
    Map<String, Long> versions = new HashMap<>();
    tables().forEach(table -> versions.put(table.name(), lake.version(table).orElseThrow()));
    double seconds = Duration.between(started, timekeeper.instant()).toMillis() / 1000.0;
    return new LedgerEntry(
        timekeeper.stamp(),
        new JobRequest(NAME, lastDay(ledger), Map.of()),
        new JobResult(
            JobResult.JobStatus.PUBLISHED,
            timekeeper.instant(),
            seconds,
            counts.values().stream().mapToLong(Long::longValue).sum(),
            0,
            counts,
            versions));
  }

  /** Purges also tables without a row of theirs: an earlier version or a dead run may have one. */
  private Map<String, Long> purge(ErasureTarget trace) {
    Map<String, Long> files = new ConcurrentSkipListMap<>();
    ParallelTasks.each(
        tables().stream().filter(trace::concerns).toList(),
        table -> {
          long removed = erasure.purge(table);
          if (removed > 0) {
            files.put(table.name(), removed);
          }
        });
    return files;
  }

  /** Deletes pages that name an erased customer, although they should show no name or id. */
  private long deletePages(ErasureTarget trace) {
    StoreFolder report = lake.folder(settings.report().directory());
    List<String> telling =
        PageFile.names().stream()
            .filter(page -> report.text(page).filter(trace.wording()::toldIn).isPresent())
            .toList();
    telling.forEach(report::delete);
    return telling.size();
  }

  private void keep(ErasureReceipt receipt) {
    StoreFolder receipts = lake.root().in(RECEIPTS);
    receipts.make();
    receipts.write(receipt.file(), receipt.json());
  }

  private static Optional<LocalDate> lastDay(Ledger ledger) {
    return ledger
        .latest(entry -> entry.outcome().status() == JobResult.JobStatus.PUBLISHED)
        .flatMap(entry -> entry.work().asOf());
  }

  /** All tables that exist except the ledger, which holds no customers. */
  private List<Table> tables() {
    return Tables.all(settings.features().windows(), settings.value().horizons()).stream()
        .filter(table -> !table.equals(RunColumns.RUNS) && lake.exists(table))
        .toList();
  }
}
