package dev.dangol.store;

import dev.dangol.table.Table;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Journal of one job's reads and writes: the tables, their versions and numbers of rows. It may be
 * used by several threads at once.
 */
public final class JobJournal {
  private final Set<String> reads = new LinkedHashSet<>();
  private final Map<String, Long> versions = new LinkedHashMap<>();
  private final Map<String, Long> rows = new LinkedHashMap<>();

  synchronized void noteRead(Table table) {
    reads.add(table.name());
  }

  synchronized void noteWrite(Table table, long version, long count) {
    versions.put(table.name(), version);
    rows.put(table.name(), count);
  }

  /** Empties the journal for a new job. */
  public synchronized void clear() {
    reads.clear();
    versions.clear();
    rows.clear();
  }

  public synchronized Set<String> reads() {
    return Set.copyOf(reads);
  }

  /** The version that each written table has now. */
  public synchronized Map<String, Long> versions() {
    return Map.copyOf(versions);
  }

  /** The rows written to each table. */
  public synchronized Map<String, Long> rows() {
    return Map.copyOf(rows);
  }
}
