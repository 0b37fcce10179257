package dev.dangol.store;

import dev.dangol.table.Table;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Journal of one job's reads and writes: the tables, their versions and numbers of rows. It may be
 * used by several threads at once.
 */
public final class JobJournal {
  private final Set<String> reads = new LinkedHashSet<>();
  private final Map<String, Long> versions = new LinkedHashMap<>();
  private final Map<String, Long> rows = new LinkedHashMap<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private String author = "Dangol";
  private String runId = "";
  private long newRows;
  private boolean readsSources;

  synchronized void noteRead(Table table) {
    reads.add(table.name());
  }

  synchronized void noteWrite(Table table, long version, long count) {
    versions.put(table.name(), version);
    rows.put(table.name(), count);
  }

  /** Notes how many rows of a source were read that had not been before. */
  public synchronized void noteNewRows(String source, long count) {
    newRows += count;
    readsSources = true;
    noteCount(source + ".new", count);
  }

  /** Notes what else was counted, such as the rows of a source that were rejected. */
  public synchronized void noteCount(String name, long count) {
    counts.put(name, count);
  }

  /** Empties the journal for a new job of a run. */
  public synchronized void begin(RunInfo run, String job) {
    runId = run.run();
    author = "Dangol/" + run.softwareVersion() + " run=" + run.run() + " job=" + job;
    clear();
  }

  /** Empties the journal. */
  public synchronized void clear() {
    reads.clear();
    versions.clear();
    rows.clear();
    counts.clear();
    newRows = 0;
    readsSources = false;
  }

  /** The program, run and job that write now, for the notes in their commits. */
  synchronized String author() {
    return author;
  }

  /** The id of the run that writes now. */
  public synchronized String runId() {
    return runId;
  }

  public synchronized Set<String> reads() {
    return Set.copyOf(reads);
  }

  /** The version that each written table has now. */
  public synchronized Map<String, Long> versions() {
    return Map.copyOf(versions);
  }

  /** New rows of all sources; empty for a job that read no source. */
  public synchronized OptionalLong newRows() {
    return readsSources ? OptionalLong.of(newRows) : OptionalLong.empty();
  }

  /** Further counts, by name. */
  public synchronized Map<String, Long> counts() {
    return Map.copyOf(counts);
  }

  /** The rows written to each table. */
  public synchronized Map<String, Long> rows() {
    return Map.copyOf(rows);
  }
}
