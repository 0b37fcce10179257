package dev.dangol.store;

import dev.dangol.config.WarehouseSettings;
import dev.dangol.table.RunColumns;
import dev.dangol.table.Table;
import dev.dangol.table.TableView;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Published tables, as readers see them. Each is at the version that the last finished run
 * published, so that no reader sees half a run.
 */
public final class PublishedViews {
  private final Lake lake;
  private final Map<String, Long> versions;

  public PublishedViews(Lake lake, Ledger ledger) {
    this.lake = lake;
    this.versions = ledger.publishedVersions();
  }

  /** The published rows; none where there are none yet. */
  public Dataset<Row> read(Table table) {
    Long version = versions.get(table.name());
    return version == null ? unversioned(table) : lake.readVersion(table, version);
  }

  /**
   * Registers a view of every published table in a catalog, for readers who know tables by their
   * names there, and then the views of those of which every table is published. Views of an earlier
   * run are replaced.
   *
   * @throws dev.dangol.problem.BadSetting where the catalog or its schema does not exist
   */
  public void register(SparkSession spark, WarehouseSettings place, List<TableView> views) {
    String schema =
        Stream.of(place.catalog(), place.schema())
            .filter(part -> !part.isEmpty())
            .map(part -> "`" + part + "`.")
            .collect(Collectors.joining());
    versions.forEach((table, version) -> register(spark, schema, table, rowsOf(table, version)));
    views.stream()
        .filter(view -> versions.keySet().containsAll(view.reads()))
        .forEach(view -> register(spark, schema, view.name(), view.query(schema)));
  }

  private static void register(SparkSession spark, String schema, String name, String query) {
    String statement = String.format("CREATE OR REPLACE VIEW %s`%s` AS %s", schema, name, query);
    SparkFailures.explaining("warehouse.catalog", () -> spark.sql(statement));
  }

  private String rowsOf(String table, long version) {
    return String.format(
        "SELECT * FROM delta.`%s/%s` VERSION AS OF %d", lake.root().path(), table, version);
  }

  private Dataset<Row> unversioned(Table table) {
    return isLedger(table) ? lake.read(table) : lake.none(table);
  }

  private static boolean isLedger(Table table) {
    return table.equals(RunColumns.RUNS);
  }
}
