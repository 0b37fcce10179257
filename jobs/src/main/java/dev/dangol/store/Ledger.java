package dev.dangol.store;

import dev.dangol.table.RunColumns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Ledger of every job of every run. It decides what readers see: of each table, the newest version
 * that a published line names.
 */
public final class Ledger {
  /** Stands as the job of a line by which a day was removed from the tables. */
  public static final String EXPIRY = "expire";

  private final Lake lake;
  private final List<LedgerEntry> entries;

  private Ledger(Lake lake, List<LedgerEntry> entries) {
    this.lake = lake;
    this.entries = new ArrayList<>(entries);
  }

  /** Reads the ledger of a warehouse; empty where nothing ran yet. */
  public static Ledger of(Lake lake) {
    List<LedgerEntry> entries =
        lake.collect(RunColumns.RUNS).stream()
            .map(LedgerEntry::of)
            .sorted(Comparator.comparing(entry -> entry.outcome().started()))
            .toList();
    return new Ledger(lake, entries);
  }

  public void append(LedgerEntry entry) {
    lake.append(RunColumns.RUNS, lake.of(RunColumns.RUNS, List.of(entry.row())));
    entries.add(entry);
  }

  /** The newest line that meets the condition, of those whose work was not rolled back. */
  public Optional<LedgerEntry> latest(Predicate<LedgerEntry> condition) {
    return standing().stream().filter(condition).reduce((earlier, later) -> later);
  }

  /** The lines without those of work that was rolled back before it was published. */
  private List<LedgerEntry> standing() {
    Map<String, Long> seen = new HashMap<>();
    List<LedgerEntry> standing = new ArrayList<>();
    for (LedgerEntry entry : entries) {
      boolean published = entry.outcome().status() == JobResult.JobStatus.PUBLISHED;
      if (published && entry.work().job().equals(RunRecovery.NAME)) {
        standing.removeIf(earlier -> newer(earlier, seen));
      }
      if (published) {
        entry.outcome().versions().forEach((t, v) -> seen.merge(t, v, Math::max));
      }
      standing.add(entry);
    }
    return standing;
  }

  private static boolean newer(LedgerEntry entry, Map<String, Long> seen) {
    return entry.outcome().status() == JobResult.JobStatus.COMPLETE
        && entry.outcome().versions().entrySet().stream()
            .anyMatch(table -> table.getValue() > seen.getOrDefault(table.getKey(), -1L));
  }

  /** True where the newest line for this job and day did this very work, and the day is there. */
  public boolean covers(RunInfo stamp, JobRequest work) {
    return latest(sameJobAndDay(work))
        .filter(entry -> entry.covers(stamp, work) && !isExpired(entry))
        .isPresent();
  }

  /** True where the day of a line was removed from the tables since. */
  public boolean isExpired(LedgerEntry line) {
    return entries.stream()
        .filter(entry -> entry.work().job().equals(EXPIRY))
        .filter(entry -> entry.work().asOf().equals(line.work().asOf()))
        .anyMatch(entry -> !entry.outcome().started().isBefore(line.outcome().started()));
  }

  /** The version of each table that readers see. */
  public Map<String, Long> publishedVersions() {
    return newest(entry -> entry.outcome().status() == JobResult.JobStatus.PUBLISHED);
  }

  /** The version of each table that the last successful job wrote, published or not. */
  public Map<String, Long> complete() {
    return newest(entry -> entry.outcome().status() != JobResult.JobStatus.FAILED);
  }

  /** The rows of each table when it was last written. */
  public Map<String, Long> rows() {
    Map<String, Long> rows = new HashMap<>();
    entries.forEach(entry -> rows.putAll(entry.outcome().counts()));
    return rows;
  }

  /** Every line, in order of time. */
  public List<LedgerEntry> entries() {
    return List.copyOf(entries);
  }

  /** The lines since the last publication. */
  public List<LedgerEntry> unpublishedEntries() {
    Map<String, Long> seen = publishedVersions();
    return entries.stream().filter(entry -> newer(entry, seen)).toList();
  }

  private Map<String, Long> newest(Predicate<LedgerEntry> condition) {
    Map<String, Long> versions = new HashMap<>();
    entries.stream()
        .filter(condition)
        .forEach(
            entry -> entry.outcome().versions().forEach((t, v) -> versions.merge(t, v, Math::max)));
    return versions;
  }

  private static Predicate<LedgerEntry> sameJobAndDay(JobRequest work) {
    return entry ->
        entry.work().job().equals(work.job()) && entry.work().asOf().equals(work.asOf());
  }
}
