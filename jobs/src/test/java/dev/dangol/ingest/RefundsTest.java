package dev.dangol.ingest;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.Columns;
import dev.dangol.table.Field;
import dev.dangol.table.Purchases;
import dev.dangol.testing.PlainRow;
import dev.dangol.testing.Rows;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class RefundsTest {
  private static final int DAYS = 3;
  private static final Refunds REFUNDS = new Refunds("KRW", DAYS);

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

    TableAssert.assertThat(REFUNDS.matched(paid(lines, lit(null))))
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
                .row("no order", null, "matched")
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

    TableAssert.assertThat(REFUNDS.matched(paid(lines, lit(null))))
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

    TableAssert.assertThat(REFUNDS.matched(lines))
        .isEqualTo(lines.withColumn("refund_status", Purchases.REFUND_STATUS.none()));
  }

  @Test
  void a_refund_comes_in_the_currency_of_its_purchase(SparkSession spark) {
    Rows lines =
        lines(spark)
            .row("1", "ann", "2026-01-01T09:00:00Z", "10", "usd", null, null)
            .row("2", "ann", "2026-01-01T10:00:00Z", "10", null, null, null)
            .row("dollars", "ann", "2026-01-02T09:00:00Z", "-10", " USD", null, null)
            .row("won", "ann", "2026-01-02T09:00:00Z", "-10", "KRW", null, null)
            .row("euros", "ann", "2026-01-02T09:00:00Z", "-10", "EUR", null, null);

    TableAssert.assertThat(
            REFUNDS
                .matched(paid(lines.table(), Columns.ORDER_ID.col()))
                .where(Purchases.REFUND_STATUS.col().isNotNull()))
        .hasRows(
            judged(spark)
                .row("dollars", "usd", "matched")
                .row("won", null, "matched")
                .row("euros", null, "unmatched")
                .table());
  }

  @Test
  void random_histories_match_as_a_naive_search_does_in_any_order(SparkSession spark) {
    Random random = new Random(11);
    List<Line> all = new ArrayList<>();
    for (int customer = 0; customer < 300; customer++) {
      all.addAll(history(random, "c" + customer, all.size()));
    }

    Map<String, String> expected = new TreeMap<>();
    all.stream().map(Line::customer).distinct().forEach(c -> expected.putAll(naive(all, c)));

    assertThat(statuses(spark, all)).isEqualTo(expected);
    assertThat(expected.values().toString()).contains("matched o", "matched null", "given o");
    Collections.shuffle(all, random);
    assertThat(statuses(spark, all)).isEqualTo(expected);
  }

  private static Map<String, String> statuses(SparkSession spark, List<Line> all) {
    Rows rows = lines(spark);
    for (Line line : all) {
      rows.row(
          line.row(),
          line.customer(),
          line.at().toString(),
          line.net(),
          line.order(),
          line.product(),
          line.refundOf());
    }
    Map<String, String> told = new TreeMap<>();
    for (Row row : REFUNDS.matched(paid(rows.table(), lit(null)).repartition(3)).collectAsList()) {
      PlainRow plain = new PlainRow(row);
      String status =
          plain.empty(Purchases.REFUND_STATUS)
              ? "bought"
              : plain.text(Purchases.REFUND_STATUS) + " " + plain.text(Purchases.REFUND_OF);
      assertThat(told.put(plain.text(Columns.SOURCE_ROW), status)).isNull();
    }
    return told;
  }

  private static List<Line> history(Random random, String customer, int before) {
    List<Line> lines = new ArrayList<>();
    int length = random.nextInt(14);
    for (int i = 0; i < length; i++) {
      boolean refund = random.nextInt(5) < 2;
      String net = (refund ? "-" : "") + (random.nextInt(4) == 0 ? "7" : "5");
      String order = random.nextInt(4) == 0 ? null : "o" + random.nextInt(4);
      String refundOf = refund && random.nextInt(4) == 0 ? "o" + random.nextInt(6) : null;
      String product = random.nextInt(3) == 0 ? null : "p" + random.nextInt(2);
      Instant at =
          Instant.parse("2026-01-01T00:00:00Z").plus(12L * random.nextInt(18), ChronoUnit.HOURS);
      String row = String.format("row %05d %05d", random.nextInt(100_000), before + i);
      lines.add(new Line(row, customer, at, net, order, product, refundOf));
    }
    return lines;
  }

  private static Map<String, String> naive(List<Line> all, String customer) {
    List<Line> lines =
        all.stream()
            .filter(line -> line.customer().equals(customer))
            .sorted(Comparator.comparing(Line::at).thenComparing(Line::row))
            .toList();
    Set<Line> taken = new HashSet<>();
    Map<String, String> told = new TreeMap<>();
    for (Line line : lines) {
      if (!line.isRefund()) {
        told.put(line.row(), "bought");
      } else if (line.refundOf() != null) {
        boolean known =
            lines.stream().anyMatch(l -> !l.isRefund() && line.refundOf().equals(l.order()));
        told.put(line.row(), (known ? "given " : "unmatched ") + line.refundOf());
        lines.stream()
            .filter(l -> l.isBoughtLike(line) && line.refundOf().equals(l.order()))
            .filter(l -> !taken.contains(l))
            .findFirst()
            .ifPresent(taken::add);
      }
    }
    for (Line line : lines) {
      if (line.isRefund() && line.refundOf() == null) {
        Line found = null;
        for (Line l : lines) {
          boolean open = l.isBoughtLike(line) && !taken.contains(l) && !l.at().isAfter(line.at());
          found = open && ChronoUnit.DAYS.between(l.day(), line.day()) <= DAYS ? l : found;
        }
        taken.add(found);
        told.put(line.row(), found == null ? "unmatched null" : "matched " + found.order());
      }
    }
    return told;
  }

  private static Dataset<Row> paid(Dataset<Row> lines, Column currency) {
    return lines.withColumn(Purchases.CURRENCY.name(), Purchases.CURRENCY.is(currency));
  }

  private static Rows lines(SparkSession spark) {
    Field[] fields = {
      Columns.SOURCE_ROW,
      Columns.CUSTOMER_ID,
      Purchases.PURCHASED_AT,
      Purchases.NET_AMOUNT,
      Columns.ORDER_ID,
      Columns.PRODUCT_ID,
      Purchases.REFUND_OF
    };
    return Rows.of(spark, fields);
  }

  private static Rows judged(SparkSession spark) {
    return Rows.of(spark, Columns.SOURCE_ROW, Purchases.REFUND_OF, Purchases.REFUND_STATUS);
  }

  private record Line(
      String row,
      String customer,
      Instant at,
      String net,
      String order,
      String product,
      String refundOf) {
    boolean isRefund() {
      return net.startsWith("-") || refundOf != null;
    }

    boolean isBoughtLike(Line refund) {
      BigDecimal size = new BigDecimal(refund.net()).negate();
      return !isRefund()
          && new BigDecimal(net).compareTo(size) == 0
          && Objects.equals(product, refund.product());
    }

    LocalDate day() {
      return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
  }
}
