package dev.dangol.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.Field;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.RateSource;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class CurrencyConversionTest {
  static final Field[] FIELDS = {
    SharedColumns.ORDER_ID,
    PurchaseSource.PURCHASED_AT,
    PurchaseSource.NET_AMOUNT,
    PurchaseSource.LIST_AMOUNT,
    PurchaseSource.CURRENCY,
    IngestColumns.FAULT,
    IngestColumns.FAULT_COLUMN,
    IngestColumns.FAULT_VALUE
  };

  private static final CurrencyConversion WON = new CurrencyConversion("KRW");

  @Test
  void amounts_are_multiplied_with_the_rate_of_their_time_to_the_millisecond(SparkSession spark) {
    Dataset<Row> rates =
        rates(spark)
            .row("usd ", "2026-01-01T00:00:00Z", 1300)
            .row("USD", "2026-01-05T09:30:00.500Z", 1400.5)
            .row("Usd", "2026-01-05T09:30:00.500Z", 1399)
            .row("JPY", "2025-01-01T00:00:00Z", 9.087)
            .row("KRW", "2025-01-01T00:00:00Z", 7)
            .table();
    Dataset<Row> paid =
        lines(
            purchases(spark)
                .row("at once", "2026-01-01T00:00:00Z", "10", "12.50", "USD", null, null, null)
                .row("just before", "2026-01-05T09:30:00.499Z", "10", null, "usd", null, null, null)
                .row(
                    "on the edge",
                    "2026-01-05T09:30:00.500Z",
                    "10",
                    null,
                    " Usd ",
                    null,
                    null,
                    null)
                .row("refund", "2026-01-06T00:00:00Z", "-0.0001", null, "USD", null, null, null)
                .row("yen", "2026-01-06T00:00:00Z", "1234", null, "JPY", null, null, null)
                .row("at home", "2026-01-06T00:00:00Z", "5", "6", "krw", null, null, null)
                .row("no code", "2026-01-06T00:00:00Z", "5", null, null, null, null, null)
                .row("blank", "2026-01-06T00:00:00Z", "5", null, "  ", null, null, null));

    TableAssert.assertThat(WON.convert(paid, rates))
        .hasRows(
            TestRows.of(
                    spark,
                    SharedColumns.ORDER_ID,
                    PurchaseSource.NET_AMOUNT,
                    PurchaseSource.LIST_AMOUNT,
                    PurchaseSource.CURRENCY,
                    PurchaseSource.ORIGINAL_CURRENCY,
                    PurchaseSource.EXCHANGE_RATE,
                    IngestColumns.FAULT)
                .row("at once", "13000.0000", "16250.0000", "KRW", "USD", 1300, null)
                .row("just before", "13000.0000", null, "KRW", "USD", 1300, null)
                .row("on the edge", "14005.0000", null, "KRW", "USD", 1400.5, null)
                .row("refund", "-0.1401", null, "KRW", "USD", 1400.5, null)
                .row("yen", "11213.3580", null, "KRW", "JPY", 9.087, null)
                .row("at home", "5.0000", "6.0000", "KRW", null, null, null)
                .row("no code", "5.0000", null, "KRW", null, null, null)
                .row("blank", "5.0000", null, "KRW", null, null, null)
                .table());
  }

  @Test
  void what_cannot_be_converted_is_kept_as_it_was_with_its_fault(SparkSession spark) {
    Dataset<Row> rates =
        rates(spark)
            .row("USD", "2026-01-05T00:00:00Z", 1300)
            .row("BTC", "2026-01-01T00:00:00Z", 1e300)
            .table();
    Dataset<Row> paid =
        lines(
            purchases(spark)
                .row("too early", "2026-01-04T23:59:59.999Z", "10", null, "USD", null, null, null)
                .row("unknown", "2026-01-06T00:00:00Z", "10", "11", "zzz", null, null, null)
                .row("huge", "2026-01-06T00:00:00Z", "10", null, "BTC", null, null, null)
                .row("list", "2026-01-06T00:00:00Z", "1", "99999999999", "USD", null, null, null)
                .row("before", "2026-01-06T00:00:00Z", "1", null, "USD", "bad", "net_amount", "x"));

    Dataset<Row> judged = WON.convert(paid, rates);

    TableAssert.assertThat(judged)
        .hasRows(
            faults(spark)
                .row("too early", "10.0000", "USD", "currency has no rate at that time", "USD")
                .row("unknown", "10.0000", "zzz", "currency has no rate", "zzz")
                .row("huge", "10.0000", "BTC", "net_amount is too large in KRW", "10.0000")
                .row("list", "1.0000", "USD", "list_amount is too large in KRW", "99999999999.0000")
                .row("before", "1.0000", "USD", "bad", "x")
                .table());
    TableAssert.assertThat(judged.where(PurchaseSource.EXCHANGE_RATE.col().isNotNull())).isEmpty();
  }

  @Test
  void without_rates_only_the_reporting_currency_is_used(SparkSession spark) {
    Dataset<Row> paid =
        lines(
            purchases(spark)
                .row("won", "2026-01-06T00:00:00Z", "1", null, "krw", null, null, null)
                .row("none", "2026-01-06T00:00:00Z", "2", null, null, null, null, null)
                .row("dollars", "2026-01-06T00:00:00Z", "3", null, "usd", null, null, null));

    Dataset<Row> refused = WON.refuseAll(paid);

    TableAssert.assertThat(refused)
        .hasRows(
            faults(spark)
                .row("won", "1.0000", "KRW", null, null)
                .row("none", "2.0000", "KRW", null, null)
                .row("dollars", "3.0000", "usd", "currency is not KRW", "usd")
                .table());
    assertThat(refused.columns())
        .containsExactly(WON.convert(paid, rates(spark).table()).columns());
  }

  @Test
  void a_large_table_stays_where_it_is(SparkSession spark) {
    Dataset<Row> paid =
        lines(
            purchases(spark).row("a", "2026-01-06T00:00:00Z", "1", null, "USD", null, null, null));
    Dataset<Row> rates = rates(spark).row("USD", "2026-01-05T00:00:00Z", 1300).table();

    String plan = WON.convert(paid, rates).queryExecution().executedPlan().toString();

    assertThat(plan).contains("BroadcastHashJoin").doesNotContain("SortMergeJoin");
  }

  @Test
  void rates_must_be_above_zero_and_finite(SparkSession spark) {
    Dataset<Row> raw =
        RawLines.sql(
            spark,
            """
            SELECT * FROM VALUES ('1.5', NULL), ('0', 'rate is not above 0'),
              ('-1', 'rate is not above 0'), ('NaN', 'rate is not a finite number'),
              ('Infinity', 'rate is not a finite number'), ('', 'rate is missing'),
              ('1,5', 'rate cannot be read as double') AS raw(rate, reason)
            """);
    for (Row each : raw.collectAsList()) {
      Dataset<Row> one = raw.where(raw.col("rate").equalTo(each.getString(0)));
      Map<String, String> columns =
          Map.of("currency", "'USD'", "valid_from", "'2026-01-01'", "rate", "rate");
      Row judged = RawLines.judged(Sources.RATES, one, columns).head();
      assertThat(judged.<String>getAs(IngestColumns.FAULT.name())).isEqualTo(each.getString(1));
    }
  }

  private static TestRows rates(SparkSession spark) {
    return TestRows.of(spark, RateSource.OF_CURRENCY, RateSource.VALID_FROM, RateSource.RATE);
  }

  private static TestRows purchases(SparkSession spark) {
    return TestRows.of(spark, FIELDS);
  }

  /** With the amounts that no test checks. */
  static Dataset<Row> lines(TestRows rows) {
    return rows.table()
        .withColumn(
            PurchaseSource.DISCOUNT_AMOUNT.name(), PurchaseSource.DISCOUNT_AMOUNT.nullColumn())
        .withColumn(SharedColumns.COST_AMOUNT.name(), SharedColumns.COST_AMOUNT.nullColumn());
  }

  private static TestRows faults(SparkSession spark) {
    return TestRows.of(
        spark,
        SharedColumns.ORDER_ID,
        PurchaseSource.NET_AMOUNT,
        PurchaseSource.CURRENCY,
        IngestColumns.FAULT,
        IngestColumns.FAULT_VALUE);
  }
}
