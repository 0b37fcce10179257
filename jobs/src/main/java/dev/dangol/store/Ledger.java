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
 * The record of every job of every run, and with it the answer to what readers see: of each table,
 * the newest version that a published line names.
 */
public final class Ledger {
  private final Lake lake;
  private final List<Entry> entries;

  private Ledger(Lake lake, List<Entry> entries) {
    this.lake = lake;
    this.entries = new ArrayList<>(entries);
  }

  /** Reads the ledger of a warehouse; empty where nothing ran yet. */
  public static Ledger of(Lake lake) {
    List<Entry> entries =
        lake.exists(RunColumns.RUNS)
            ? lake.read(RunColumns.RUNS).collectAsList().stream()
                .map(Entry::of)
                .sorted(Comparator.comparing(entry -> entry.outcome().started()))
                .toList()
            : List.of();
    return new Ledger(lake, entries);
  }

  public void append(Entry entry) {
    lake.append(RunColumns.RUNS, lake.of(RunColumns.RUNS, List.of(entry.row())));
    entries.add(entry);
  }

  /** The newest line that holds the condition, of those whose work still stands. */
  public Optional<Entry> latest(Predicate<Entry> condition) {
    return standing().stream().filter(condition).reduce((earlier, later) -> later);
  }

  /** The lines without those of work that was taken back before anybody saw it. */
  private List<Entry> standing() {
    Map<String, Long> seen = new HashMap<>();
    List<Entry> standing = new ArrayList<>();
    for (Entry entry : entries) {
      boolean published = entry.outcome().status() == Outcome.Status.PUBLISHED;
      if (published && entry.work().job().equals(Recovery.NAME)) {
        standing.removeIf(earlier -> newer(earlier, seen));
      }
      if (published) {
        entry.outcome().versions().forEach((t, v) -> seen.merge(t, v, Math::max));
      }
      standing.add(entry);
    }
    return standing;
  }

  private static boolean newer(Entry entry, Map<String, Long> seen) {
    return entry.outcome().status() == Outcome.Status.COMPLETE
        && entry.outcome().versions().entrySet().stream()
            .anyMatch(table -> table.getValue() > seen.getOrDefault(table.getKey(), -1L));
  }

  /** True where the newest line for this job and day did this very work. */
  public boolean covers(Stamp stamp, Work work) {
    return latest(sameJobAndDay(work)).filter(entry -> entry.covers(stamp, work)).isPresent();
  }

  /** The version of each table that readers see. */
  public Map<String, Long> published() {
    return newest(entry -> entry.outcome().status() == Outcome.Status.PUBLISHED);
  }

  /** The version of each table that a job which ended well left, published or not. */
  public Map<String, Long> complete() {
    return newest(entry -> entry.outcome().status() != Outcome.Status.FAILED);
  }

  /** The rows of each table when it was last written. */
  public Map<String, Long> rows() {
    Map<String, Long> rows = new HashMap<>();
    entries.forEach(entry -> rows.putAll(entry.outcome().counts()));
    return rows;
  }

  /** The lines since readers last saw something new. */
  public List<Entry> unpublished() {
    Map<String, Long> seen = published();
    return entries.stream().filter(entry -> newer(entry, seen)).toList();
  }

  private Map<String, Long> newest(Predicate<Entry> condition) {
    Map<String, Long> versions = new HashMap<>();
    entries.stream()
        .filter(condition)
        .forEach(
            entry -> entry.outcome().versions().forEach((t, v) -> versions.merge(t, v, Math::max)));
    return versions;
  }

  private static Predicate<Entry> sameJobAndDay(Work work) {
    return entry ->
        entry.work().job().equals(work.job()) && entry.work().asOf().equals(work.asOf());
  }
}
