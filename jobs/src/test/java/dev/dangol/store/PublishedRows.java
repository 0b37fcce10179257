package dev.dangol.store;

import dev.dangol.table.RunColumns;
import dev.dangol.table.Table;
import dev.dangol.table.results.ErasureColumns;
import dev.dangol.table.results.SuppressionColumns;
import dev.dangol.table.results.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.collection.JavaConverters;

/**
 * Rows of all tables of a warehouse as its readers see them, but for the ledger. Each table is read
 * whole, from the files of its published version.
 */
public final class PublishedRows {
  private static final List<Integer> WINDOWS = List.of(30, 90, 365);

  private final Lake lake;
  private final TableVersions versions;

  public PublishedRows(SparkSession spark, String warehouse) {
    this.lake = new Lake(spark, warehouse);
    this.versions = new TableVersions(spark);
  }

  /** The sorted rows of each published table, as texts, by the table's name. */
  public SortedMap<String, List<String>> all() {
    Map<String, Long> published = Ledger.of(lake).publishedVersions();
    SortedMap<String, List<String>> rows = new TreeMap<>();
    for (Table table : Tables.all(WINDOWS, WINDOWS)) {
      Long version = published.get(table.name());
      if (version != null) {
        List<Row> found = versions.collect(lake.path(table), version);
        rows.put(table.name(), found.stream().map(row -> text(table, row)).sorted().toList());
      }
    }
    return rows;
  }

  /** Lines of the ledger. */
  public List<LedgerEntry> ledger() {
    return Ledger.of(lake).entries();
  }

  /** Tables whose newest version is not the published one; of the ledger readers see the newest. */
  public List<String> unpublished() {
    Map<String, Long> published = Ledger.of(lake).publishedVersions();
    List<String> others = new ArrayList<>();
    for (Table table : Tables.all(WINDOWS, WINDOWS)) {
      long newest = lake.version(table).orElse(-1);
      if (!table.equals(RunColumns.RUNS) && newest > published.getOrDefault(table.name(), 0L)) {
        others.add(table.name());
      }
    }
    return others;
  }

  /**
   * The row without regard to the order of what is in a map, to where exports are, and to the salt
   * of those who were erased.
   */
  private static String text(Table table, Row row) {
    if (table.equals(ErasureColumns.TABLE)) {
      return "erased";
    }
    List<String> cells = new ArrayList<>();
    for (int place = 0; place < row.size(); place++) {
      cells.add(cell(row.get(place)));
    }
    String text = String.join(" | ", cells);
    return table.equals(SuppressionColumns.TABLE)
        ? text.replaceAll("[0-9a-f]{64}", "erased")
        : text.replaceAll("/exports-[^/ ]+/", "/exports/");
  }

  @SuppressWarnings("deprecation")
  private static String cell(Object value) {
    if (value instanceof scala.collection.Map<?, ?> map) {
      TreeSet<String> pairs = new TreeSet<>();
      JavaConverters.mapAsJavaMap(map).forEach((key, each) -> pairs.add(key + "=" + each));
      return pairs.toString();
    }
    return String.valueOf(value);
  }
}
