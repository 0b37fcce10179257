package dev.dangol.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.AcquisitionColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.ValueGroupColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class CustomerGroupsTest {
  private static final AsOf DAY = new AsOf(LocalDate.of(2025, 3, 1), ZoneOffset.UTC);

  private static TestRows purchases(SparkSession spark) {
    return TestRows.of(
        spark,
        SharedColumns.CUSTOMER_ID,
        PurchaseSource.PURCHASED_AT,
        PurchaseSource.NET_AMOUNT,
        PurchaseSource.REFUND_OF,
        SharedColumns.CHANNEL,
        PurchaseSource.PRODUCT_LINE,
        SharedColumns.ARRIVED_AT);
  }

  private static Dataset<Row> first(Dataset<Row> purchases) {
    return FirstPurchases.of(purchases, DAY).orderBy(SharedColumns.CUSTOMER_ID.col());
  }

  @Test
  void the_first_purchase_says_channel_and_line(SparkSession spark) {
    Dataset<Row> found =
        first(
            purchases(spark)
                .row("a", "2025-02-01", "5", null, "앱", "tea", null)
                .row("a", "2025-01-01", "5", null, "shop", "차", null)
                .row("refunded", "2025-01-01", "-5", null, "app", "tea", null)
                .row("refunded", "2025-01-02", "5", "o1", "app", "tea", null)
                .row("refunded", "2025-01-03", "0", null, "mail", "free", null)
                .row("several", "2025-01-01", "5", null, null, "x", null)
                .row("several", "2025-01-01", "5", null, "shop", "b", null)
                .row("several", "2025-01-01", "5", null, "app", null, null)
                .row("unknown", "2025-01-01", "5", null, null, null, null)
                .row("unknown", "2025-01-02", "5", null, "app", "tea", null)
                .table());
    assertThat(found.collectAsList())
        .containsExactly(
            RowFactory.create("a", "shop", "차"),
            RowFactory.create("refunded", "mail", "free"),
            RowFactory.create("several", "app", "b"),
            RowFactory.create("unknown", null, null));
  }

  @Test
  void what_had_not_happened_or_was_not_known_does_not_count(SparkSession spark) {
    Dataset<Row> found =
        first(
            purchases(spark)
                .row("late", "2025-03-02", "5", null, "app", "tea", null)
                .row("told", "2025-01-01", "5", null, "app", "tea", "2025-04-01")
                .row("told", "2025-02-01", "5", null, "shop", "tea", "2025-02-01")
                .table());
    assertThat(found.collectAsList()).containsExactly(RowFactory.create("told", "shop", "tea"));
    assertThat(first(purchases(spark).table()).collectAsList()).isEmpty();
  }

  @Test
  void customers_without_a_known_first_purchase_stay(SparkSession spark) {
    Dataset<Row> features =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                FeatureColumns.FREQUENCY,
                FeatureColumns.RECENCY_DAYS,
                FeatureColumns.AGE_DAYS,
                FeatureColumns.FIRST_ORDER_ON,
                AcquisitionColumns.ACQUIRED_BY)
            .row("a", 1, 3, 28, "2025-02-01", "친구")
            .row("b", 0, 0, 60, "2024-12-31", null)
            .table();
    Dataset<Row> first =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                ValueGroupColumns.FIRST_CHANNEL,
                ValueGroupColumns.FIRST_PRODUCT_LINE)
            .row("a", "app", null)
            .row("c", "app", null)
            .table();
    assertThat(
            CustomerGroups.of(features, first)
                .orderBy(SharedColumns.CUSTOMER_ID.col())
                .collectAsList())
        .containsExactly(
            RowFactory.create("a", 1L, 3L, 28L, "2025-02", "친구", "app", null),
            RowFactory.create("b", 0L, 0L, 60L, "2024-12", null, null, null));
  }
}
