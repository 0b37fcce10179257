package dev.dangol.store;

import dev.dangol.table.RunColumns;
import dev.dangol.table.Table;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The tables as readers see them: each at the version that the last finished run published, so that
 * nobody reads half a run.
 */
public final class Views {
  private final Lake lake;
  private final Map<String, Long> versions;

  public Views(Lake lake, Ledger ledger) {
    this.lake = lake;
    this.versions = ledger.published();
  }

  /** True where a finished run has published the table. */
  public boolean has(Table table) {
    return versions.containsKey(table.name()) || (isLedger(table) && lake.exists(table));
  }

  /** The published rows; none where there are none yet. */
  public Dataset<Row> read(Table table) {
    Long version = versions.get(table.name());
    return version == null ? unversioned(table) : lake.readVersion(table, version);
  }

  private Dataset<Row> unversioned(Table table) {
    return isLedger(table) ? lake.read(table) : lake.none(table);
  }

  private static boolean isLedger(Table table) {
    return table.equals(RunColumns.RUNS);
  }
}
