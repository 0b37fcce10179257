package dev.dangol.features.purchases;

import dev.dangol.features.CleanTables;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.RhythmColumns;
import dev.dangol.table.results.RetentionColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class RetentionCohortsTest {
  private static final AsOf MID_MARCH = new AsOf(LocalDate.of(2026, 3, 15), ZoneOffset.UTC);

  @Test
  void every_month_up_to_that_of_the_day_has_its_row(SparkSession spark) {
    TestRows expected =
        TestRows.of(
            spark,
            SharedColumns.AS_OF,
            RetentionColumns.ACQUIRED_MONTH,
            RetentionColumns.AGE_MONTHS,
            RetentionColumns.CUSTOMERS,
            RetentionColumns.ACTIVE_CUSTOMERS,
            RetentionColumns.ORDERS,
            RetentionColumns.NET_SALES,
            RetentionColumns.MARGIN,
            RetentionColumns.RETENTION_RATE,
            RetentionColumns.ONE_AND_DONE_SHARE);
    expected
        .row("2026-03-15", "2025-12-01", 0, 2, 2, 3, "65.0000", "32.5000", 1, 0.5)
        .row("2026-03-15", "2025-12-01", 1, 2, 0, 0, "0.0000", "0.0000", 0, 0.5)
        .row("2026-03-15", "2025-12-01", 2, 2, 0, 0, "-1.0000", "-0.5000", 0, 0.5)
        .row("2026-03-15", "2025-12-01", 3, 2, 1, 1, "5.0000", "2.5000", 0.5, 0.5)
        .row("2026-03-15", "2026-02-01", 0, 1, 1, 1, "6.0000", "3.0000", 1, null)
        .row("2026-03-15", "2026-02-01", 1, 1, 0, 0, "0.0000", "0.0000", 0, null);
    TableAssert.assertThat(retention(spark, OptionalDouble.of(0.5))).isEqualTo(expected.table());
  }

  @Test
  void a_margin_that_is_never_known_is_null_in_idle_months_too(SparkSession spark) {
    Dataset<Row> known =
        retention(spark, OptionalDouble.empty()).where(RetentionColumns.MARGIN.col().isNotNull());
    TableAssert.assertThat(known).isEmpty();
  }

  private static Dataset<Row> lines(SparkSession spark) {
    return TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            PurchaseSource.PURCHASED_AT,
            PurchaseSource.NET_AMOUNT,
            SharedColumns.ORDER_ID,
            PurchaseSource.REFUND_OF)
        .row("ann", "2025-12-31T23:59:59.999Z", "40", "a1", null)
        .row("ann", "2026-01-20", "-5", null, "a1")
        .row("ann", "2026-02-20", "-1", null, null)
        .row("ann", "2026-03-15T23:59:59.999Z", "5", "a2", null)
        .row("ann", "2026-03-16", "99", "a3", null)
        .row("bob", "2025-12-01", "10", "b1", null)
        .row("bob", "2025-12-01", "20", "b2", null)
        .row("cho refund before the first order", "2025-12-15", "-4", null, null)
        .row("cho refund before the first order", "2026-02-28", "10", "c1", null)
        .row("dan only refunds", "2026-01-15", "-4", null, null)
        .table();
  }

  /** Records of ann and bob; those of cho are not known. */
  private static Dataset<Row> customers(SparkSession spark) {
    return TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            FeatureColumns.FIRST_ORDER_ON,
            RhythmColumns.ONE_AND_DONE)
        .row("ann", "2025-12-31", false)
        .row("bob", "2025-12-01", true)
        .row("cho refund before the first order", "2026-02-28", null)
        .table();
  }

  private static Dataset<Row> retention(SparkSession spark, OptionalDouble margin) {
    Dataset<Row> clean = CleanTables.rows(Sources.PURCHASES, lines(spark));
    return RetentionCohorts.of(
        PurchaseDays.of(clean, MID_MARCH, margin), customers(spark), MID_MARCH);
  }
}
