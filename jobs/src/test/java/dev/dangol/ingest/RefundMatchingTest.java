package dev.dangol.ingest;

import static org.apache.spark.sql.functions.lit;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class RefundMatchingTest {
  private static final int DAYS = 3;
  private static final RefundMatching REFUNDS = new RefundMatching("KRW", DAYS);

  @Test
  void a_refund_is_of_the_latest_free_line_of_its_customer_product_and_amount(SparkSession spark) {
    Dataset<Row> lines =
        lines(spark)
            .row("1", "ann", "2026-01-01T09:00:00Z", "10", "a1", "tea", null)
            .row("2", "ann", "2026-01-02T09:00:00Z", "10", "a2", "tea", null)
            .row("3", "ann", "2026-01-02T10:00:00Z", "10", "a3", "cup", null)
            .row("latest", "ann", "2026-01-03T09:00:00Z", "-10", null, "tea", null)
            .row("next", "ann", "2026-01-03T10:00:00Z", "-10", null, "tea", null)
            .row("none left", "ann", "2026-01-03T11:00:00Z", "-10", null, "tea", null)
            .row("part of it", "ann", "2026-01-03T12:00:00Z", "-4", null, "cup", null)
            .row("5", "bob", "2026-01-01T23:00:00Z", "10", null, null, null)
            .row("no order", "bob", "2026-01-04T23:30:00Z", "-10", "b2", null, null)
            .row("6", "bob", "2026-01-01T23:00:00Z", "20", "b3", null, null)
            .row("too late", "bob", "2026-01-05T00:00:00Z", "-20", null, null, null)
            .row("before", "bob", "2026-01-05T00:00:00Z", "-30", null, null, null)
            .row("7", "bob", "2026-01-05T00:00:00.001Z", "30", "b4", null, null)
            .row("8", "cho", "2026-01-05T00:00:00Z", "5", "c1", null, null)
            .row("at once", "cho", "2026-01-05T00:00:00Z", "-5", null, null, null)
            .table();

    TableAssert.assertThat(REFUNDS.match(paid(lines, lit(null))))
        .hasRows(
            judged(spark)
                .row("1", null, null)
                .row("2", null, null)
                .row("3", null, null)
                .row("latest", "a2", "matched")
                .row("next", "a1", "matched")
                .row("none left", null, "unmatched")
                .row("part of it", null, "unmatched")
                .row("5", null, null)
                .row("no order", "day 2026-01-01", "matched")
                .row("6", null, null)
                .row("too late", null, "unmatched")
                .row("before", null, "unmatched")
                .row("7", null, null)
                .row("8", null, null)
                .row("at once", "c1", "matched")
                .table());
  }

  @Test
  void a_named_order_must_be_the_customers_own_and_its_line_is_free_no_more(SparkSession spark) {
    Dataset<Row> lines =
        lines(spark)
            .row("1", "ann", "2026-01-01T09:00:00Z", "10", "a1", "tea", null)
            .row("2", "ann", "2026-01-02T09:00:00Z", "10", "a2", "tea", null)
            .row("3", "ann", "2026-01-02T09:00:00Z", "10", "a2", "tea", null)
            .row("given", "ann", "2026-03-03T09:00:00Z", "-10", null, "tea", "a2")
            .row("second", "ann", "2026-01-03T10:00:00Z", "-10", null, "tea", null)
            .row("first", "ann", "2026-01-03T11:00:00Z", "-10", null, "tea", null)
            .row("in itself", "ann", "2026-01-03T12:00:00Z", "-10", "a9", "tea", "a9")
            .row("another's", "bob", "2026-01-03T11:00:00Z", "-10", null, "tea", "a1")
            .row("no amount", "ann", "2026-01-03T13:00:00Z", "0", null, "tea", "a1")
            .table();

    TableAssert.assertThat(REFUNDS.match(paid(lines, lit(null))))
        .hasRows(
            judged(spark)
                .row("1", null, null)
                .row("2", null, null)
                .row("3", null, null)
                .row("given", "a2", "given")
                .row("second", "a2", "matched")
                .row("first", "a1", "matched")
                .row("in itself", "a9", "unmatched")
                .row("another's", "a1", "unmatched")
                .row("no amount", "a1", "given")
                .table());
  }

  @Test
  void purchases_pass_through_untouched_where_nothing_was_given_back(SparkSession spark) {
    Dataset<Row> lines =
        lines(spark).row("1", "ann", "2026-01-01T09:00:00Z", "10", "a1", "tea", null).table();
    lines = paid(lines, lit("krw"));

    TableAssert.assertThat(REFUNDS.match(lines))
        .isEqualTo(lines.withColumn("refund_status", PurchaseSource.REFUND_STATUS.nullColumn()));
  }

  @Test
  void a_refund_comes_in_the_currency_of_its_purchase(SparkSession spark) {
    TestRows lines =
        lines(spark)
            .row("1", "ann", "2026-01-01T09:00:00Z", "10", "usd", null, null)
            .row("2", "ann", "2026-01-01T10:00:00Z", "10", null, null, null)
            .row("dollars", "ann", "2026-01-02T09:00:00Z", "-10", " USD", null, null)
            .row("won", "ann", "2026-01-02T09:00:00Z", "-10", "KRW", null, null)
            .row("euros", "ann", "2026-01-02T09:00:00Z", "-10", "EUR", null, null);

    TableAssert.assertThat(
            REFUNDS
                .match(paid(lines.table(), SharedColumns.ORDER_ID.col()))
                .where(PurchaseSource.REFUND_STATUS.col().isNotNull()))
        .hasRows(
            judged(spark)
                .row("dollars", "usd", "matched")
                .row("won", "day 2026-01-01", "matched")
                .row("euros", null, "unmatched")
                .table());
  }

  static Dataset<Row> paid(Dataset<Row> lines, Column currency) {
    return lines.withColumn(PurchaseSource.CURRENCY.name(), PurchaseSource.CURRENCY.is(currency));
  }

  static TestRows lines(SparkSession spark) {
    Field[] fields = {
      SharedColumns.SOURCE_ROW,
      SharedColumns.CUSTOMER_ID,
      PurchaseSource.PURCHASED_AT,
      PurchaseSource.NET_AMOUNT,
      SharedColumns.ORDER_ID,
      SharedColumns.PRODUCT_ID,
      PurchaseSource.REFUND_OF
    };
    return TestRows.of(spark, fields);
  }

  private static TestRows judged(SparkSession spark) {
    return TestRows.of(
        spark, SharedColumns.SOURCE_ROW, PurchaseSource.REFUND_OF, PurchaseSource.REFUND_STATUS);
  }
}
