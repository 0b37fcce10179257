package dev.dangol.job.cohorts;

import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.config.hocon.ConfigLayers;
import dev.dangol.job.JobContext;
import dev.dangol.store.Lake;
import dev.dangol.store.ScratchTables;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ProofColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Shop of twelve customers whose ideal ones are chosen as of an earlier day. */
final class EarlierShop {
  static final AsOf CUT = new AsOf(LocalDate.of(2025, 6, 30), ZoneOffset.UTC);
  private static final List<Field> GIVEN =
      List.of(
          SharedColumns.CUSTOMER_ID,
          PurchaseSource.PURCHASED_AT,
          PurchaseSource.NET_AMOUNT,
          SharedColumns.ORDER_ID,
          PurchaseSource.REFUND_OF,
          SharedColumns.ARRIVED_AT,
          SharedColumns.SOURCE_ROW);

  private EarlierShop() {}

  static TestRows earlier(SparkSession spark) {
    Random random = new Random(4);
    TestRows rows = TestRows.of(spark, GIVEN.toArray(Field[]::new));
    for (int i = 0; i < 60; i++) {
      String at = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(181)) + "T10:00:00Z";
      rows.row("c" + i % 12, at, "" + (5 + random.nextInt(90)), "o" + i, null, null, "r" + i);
    }
    return rows;
  }

  /** Settings of a shop with purchases, and these. */
  static Settings settings(String... more) {
    List<String> set =
        new ArrayList<>(
            List.of(
                "sources.purchases.format=csv",
                "sources.purchases.path=orders.csv",
                "sources.purchases.columns.customer_id=c",
                "sources.purchases.columns.purchased_at=t",
                "sources.purchases.columns.net_amount=a",
                "sources.purchases.columns.order_id=o"));
    set.addAll(List.of(more));
    return SettingsReader.read(new ConfigLayers(Optional.empty(), Map.of(), set));
  }

  static Dataset<Row> clean(TestRows rows) {
    return clean(Sources.PURCHASES, rows.table());
  }

  static Dataset<Row> clean(Source source, Dataset<Row> rows) {
    List<String> given = List.of(rows.columns());
    return rows.select(
        source.clean().fields().stream()
            .map(field -> given.contains(field.name()) ? field.is(field.col()) : field.nullColumn())
            .toArray(Column[]::new));
  }

  /** The ideal of these customers. */
  static List<String> ideal(Dataset<Row> known) {
    return known
        .where(ProofColumns.IS_IDEAL.col())
        .select(SharedColumns.CUSTOMER_ID.col())
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  /** The customers as of the earlier day, with the choice. */
  static Dataset<Row> known(Lake lake, Settings settings) {
    try (ScratchTables scratch = lake.scratch()) {
      return new EarlierSelection(new JobContext(lake, settings, CUT), scratch)
          .customers()
          .localCheckpoint();
    }
  }
}
