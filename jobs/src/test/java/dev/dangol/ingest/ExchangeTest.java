package dev.dangol.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.Columns;
import dev.dangol.table.Field;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.Purchases;
import dev.dangol.table.Rates;
import dev.dangol.table.Sources;
import dev.dangol.testing.Rows;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ExchangeTest {
  static final Field[] FIELDS = {
    Columns.ORDER_ID,
    Purchases.PURCHASED_AT,
    Purchases.NET_AMOUNT,
    Purchases.LIST_AMOUNT,
    Purchases.CURRENCY,
    IngestColumns.FAULT,
    IngestColumns.FAULT_COLUMN,
    IngestColumns.FAULT_VALUE
  };

  private static final Exchange WON = new Exchange("KRW");

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

    TableAssert.assertThat(WON.converted(paid, rates))
        .hasRows(
            Rows.of(
                    spark,
                    Columns.ORDER_ID,
                    Purchases.NET_AMOUNT,
                    Purchases.LIST_AMOUNT,
                    Purchases.CURRENCY,
                    Purchases.ORIGINAL_CURRENCY,
                    Purchases.EXCHANGE_RATE,
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

    Dataset<Row> judged = WON.converted(paid, rates);

    TableAssert.assertThat(judged)
        .hasRows(
            faults(spark)
                .row("too early", "10.0000", "USD", "currency has no rate at that time", "USD")
                .row("unknown", "10.0000", "zzz", "currency has no rate", "zzz")
                .row("huge", "10.0000", "BTC", "net_amount is too large in KRW", "10.0000")
                .row("list", "1.0000", "USD", "list_amount is too large in KRW", "99999999999.0000")
                .row("before", "1.0000", "USD", "bad", "x")
                .table());
    TableAssert.assertThat(judged.where(Purchases.EXCHANGE_RATE.col().isNotNull())).isEmpty();
  }

  @Test
  void without_rates_only_the_reporting_currency_is_used(SparkSession spark) {
    Dataset<Row> paid =
        lines(
            purchases(spark)
                .row("won", "2026-01-06T00:00:00Z", "1", null, "krw", null, null, null)
                .row("none", "2026-01-06T00:00:00Z", "2", null, null, null, null, null)
                .row("dollars", "2026-01-06T00:00:00Z", "3", null, "usd", null, null, null));

    Dataset<Row> refused = WON.refused(paid);

    TableAssert.assertThat(refused)
        .hasRows(
            faults(spark)
                .row("won", "1.0000", "KRW", null, null)
                .row("none", "2.0000", "KRW", null, null)
                .row("dollars", "3.0000", "usd", "currency is not KRW", "usd")
                .table());
    assertThat(refused.columns())
        .containsExactly(WON.converted(paid, rates(spark).table()).columns());
  }

  @Test
  void a_large_table_stays_where_it_is(SparkSession spark) {
    Dataset<Row> paid =
        lines(
            purchases(spark).row("a", "2026-01-06T00:00:00Z", "1", null, "USD", null, null, null));
    Dataset<Row> rates = rates(spark).row("USD", "2026-01-05T00:00:00Z", 1300).table();

    String plan = WON.converted(paid, rates).queryExecution().executedPlan().toString();

    assertThat(plan).contains("BroadcastHashJoin").doesNotContain("SortMergeJoin");
  }

  @Test
  void rates_must_be_above_zero_and_finite(SparkSession spark) {
    Dataset<Row> raw =
        Raw.sql(
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
      Row judged = Raw.judged(Sources.RATES, one, columns).head();
      assertThat(judged.<String>getAs(IngestColumns.FAULT.name())).isEqualTo(each.getString(1));
    }
  }

  private static Rows rates(SparkSession spark) {
    return Rows.of(spark, Rates.OF_CURRENCY, Rates.VALID_FROM, Rates.RATE);
  }

  private static Rows purchases(SparkSession spark) {
    return Rows.of(spark, FIELDS);
  }

  /** With the amounts that no test looks at. */
  static Dataset<Row> lines(Rows rows) {
    return rows.table()
        .withColumn(Purchases.DISCOUNT_AMOUNT.name(), Purchases.DISCOUNT_AMOUNT.none())
        .withColumn(Columns.COST_AMOUNT.name(), Columns.COST_AMOUNT.none());
  }

  private static Rows faults(SparkSession spark) {
    return Rows.of(
        spark,
        Columns.ORDER_ID,
        Purchases.NET_AMOUNT,
        Purchases.CURRENCY,
        IngestColumns.FAULT,
        IngestColumns.FAULT_VALUE);
  }
}
