package dev.dangol.store;

import dev.dangol.config.WarehouseSettings;
import dev.dangol.table.RunColumns;
import dev.dangol.table.Table;
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
   * names there. Views of an earlier run are replaced.
   *
   * @throws dev.dangol.problem.BadSetting where the catalog or its schema does not exist
   */
  public void register(SparkSession spark, WarehouseSettings place) {
    String where =
        Stream.of(place.catalog(), place.schema())
            .filter(part -> !part.isEmpty())
            .map(part -> "`" + part + "`.")
            .collect(Collectors.joining());
    versions.forEach(
        (table, version) ->
            SparkFailures.explaining(
                "warehouse.catalog",
                () ->
                    spark.sql(
                        String.format(
                            "CREATE OR REPLACE VIEW %s`%s` AS SELECT * FROM delta.`%s/%s` VERSION AS"
                                + " OF %d",
                            where, table, lake.root().path(), table, version))));
  }

  private Dataset<Row> unversioned(Table table) {
    return isLedger(table) ? lake.read(table) : lake.none(table);
  }

  private static boolean isLedger(Table table) {
    return table.equals(RunColumns.RUNS);
  }
}
