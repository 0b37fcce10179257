package dev.dangol.features.purchases;

import dev.dangol.features.CleanTables;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.SharedColumns;
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
class PurchaseDaysTest {
  private static final AsOf MARCH = new AsOf(LocalDate.of(2026, 3, 1), ZoneOffset.UTC);

  @Test
  void lines_become_orders_and_refunds_count_on_the_day_of_their_order(SparkSession spark) {
    Dataset<Row> lines =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                PurchaseSource.PURCHASED_AT,
                PurchaseSource.NET_AMOUNT,
                SharedColumns.ORDER_ID,
                PurchaseSource.REFUND_OF)
            .row("ann no ids", "2026-01-02T09:00:00Z", "10", null, null)
            .row("ann no ids", "2026-01-02T20:00:00Z", "5", null, null)
            .row("ann no ids", "2026-01-20", "-4", "own", "day 2026-01-02")
            .row("ann no ids", "2026-01-21", "-1", null, "day 2026-01-03")
            .row("bob two days", "2026-01-02", "7", "b", null)
            .row("bob two days", "2026-01-03", "1", "b", null)
            .row("cho refunded", "2026-01-05", "20", "c", null)
            .row("cho refunded", "2026-02-01", "-8", null, "c")
            .row("cho refunded", "2026-02-03", "-1", null, null)
            .row("dan id like a day", "2026-01-08", "3", "2026-01-02", null)
            .row("dan id like a day", "2026-01-02", "4", null, null)
            .row("eve unknown order", "2026-01-07", "-1", null, "lost")
            .row("eve unknown order", "2026-01-09", "-1", null, "lost")
            .row("eve other's order", "2026-01-11", "-2", null, "c")
            .row("fay for nothing", "2026-01-08", "0", null, null)
            .row("gil tomorrow", "2026-03-02", "9", null, null)
            .table();
    Dataset<Row> expected =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                DayColumns.COUNTED_ON,
                DayColumns.ORDERS,
                DayColumns.NET,
                DayColumns.GROSS,
                DayColumns.REFUNDED)
            .row("ann no ids", "2026-01-02", 1, 110_000, 150_000, 40_000)
            .row("ann no ids", "2026-01-03", 0, -10_000, 0, 10_000)
            .row("bob two days", "2026-01-02", 1, 80_000, 80_000, 0)
            .row("cho refunded", "2026-01-05", 1, 120_000, 200_000, 80_000)
            .row("cho refunded", "2026-02-03", 0, -10_000, 0, 10_000)
            .row("dan id like a day", "2026-01-08", 1, 30_000, 30_000, 0)
            .row("dan id like a day", "2026-01-02", 1, 40_000, 40_000, 0)
            .row("eve unknown order", "2026-01-07", 0, -20_000, 0, 20_000)
            .row("eve other's order", "2026-01-11", 0, -20_000, 0, 20_000)
            .row("fay for nothing", "2026-01-08", 1, 0, 0, 0)
            .table();
    TableAssert.assertThat(days(lines, OptionalDouble.empty())).hasRows(expected);
  }

  @Test
  void prices_and_margins_are_what_the_lines_tell_and_null_where_they_do_not(SparkSession spark) {
    Dataset<Row> lines =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                PurchaseSource.PURCHASED_AT,
                PurchaseSource.NET_AMOUNT,
                PurchaseSource.LIST_AMOUNT,
                PurchaseSource.DISCOUNT_AMOUNT,
                SharedColumns.COST_AMOUNT,
                SharedColumns.CATEGORY)
            .row("ann costed", "2026-01-02", "90000000000000.0001", null, "10", "1", "tea")
            .row("bob half costed", "2026-01-02", "10", "10", null, "4", "tea")
            .row("bob half costed", "2026-01-02", "10", null, null, null, "tea")
            .row("cho gave it back", "2026-01-02", "-8", "8", "1", null, "tea")
            .table();
    TestRows expected =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            DayColumns.LIST,
            DayColumns.DISCOUNT,
            DayColumns.PRICED_ORDERS,
            DayColumns.DISCOUNTED_ORDERS,
            DayColumns.MARGIN);
    expected
        .row("ann costed", 900_000_000_000_100_001L, 100_000, 1, 1, 899_999_999_999_990_001L)
        .row("bob half costed", 100_000, 0, 1, 0, 60_000)
        .row("cho gave it back", null, null, 0, 0, -24_000);
    TableAssert.assertThat(days(lines, OptionalDouble.of(0.3))).hasRows(expected.table());
    TableAssert.assertThat(
            days(lines, OptionalDouble.empty()).where(DayColumns.MARGIN.col().isNotNull()))
        .hasRows(
            TestRows.of(spark, SharedColumns.CUSTOMER_ID, DayColumns.MARGIN)
                .row("ann costed", 899_999_999_999_990_001L)
                .table());
  }

  private static Dataset<Row> days(Dataset<Row> lines, OptionalDouble margin) {
    return PurchaseDays.of(CleanTables.rows(Sources.PURCHASES, lines), MARCH, margin);
  }
}
