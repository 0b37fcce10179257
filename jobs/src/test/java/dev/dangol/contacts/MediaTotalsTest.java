package dev.dangol.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.contacts.ContactFact.MediaFact;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.evidence.MediaColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestDay;
import dev.dangol.testing.TestRows;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class MediaTotalsTest {
  private static final double[] COSTS = {1, 2.5, 0, 4, 3};
  private static final int[] ORDERS = {1, 1, 0, 3, 0};

  /** Facts of contacts, without a row. */
  static TestRows noFacts(SparkSession spark) {
    return TestRows.of(
        spark,
        FactColumns.KIND,
        SharedColumns.CHANNEL,
        FactColumns.SENDS,
        FactColumns.RESPONDED,
        FactColumns.ORDERS,
        FactColumns.COST);
  }

  private static Dataset<Row> facts(SparkSession spark) {
    TestRows rows = noFacts(spark);
    for (int place = 0; place < COSTS.length; place++) {
      long cost = Math.round(COSTS[place] * 10_000);
      rows.row(MediaFact.KIND, "카카오", 2, 1, ORDERS[place], cost);
    }
    return rows.row(MediaFact.KIND, null, 3, 0, 1, null)
        .row(MediaFact.KIND, "sms", 1, 0, 0, 500)
        .row("send", "email", 1, 1, 1, 1)
        .table();
  }

  private static Map<String, RowReader> rows(SparkSession spark, boolean knowsResponses) {
    Map<String, RowReader> rows = new HashMap<>();
    new MediaTotals(TestDay.of("2026-03-01"), knowsResponses)
        .of(facts(spark))
        .collectAsList()
        .forEach(
            row ->
                rows.put(
                    new RowReader(row).text(MediaColumns.CHANNEL).orElse("none"),
                    new RowReader(row)));
    return rows;
  }

  @Test
  void an_order_after_a_message_costs_what_its_channel_did(SparkSession spark) {
    Map<String, RowReader> rows = rows(spark, true);

    assertThat(rows).containsOnlyKeys("카카오", "sms", "none");
    RowReader kakao = rows.get("카카오");
    assertThat(kakao.count(MediaColumns.PEOPLE)).isEqualTo(5);
    assertThat(kakao.count(MediaColumns.SENT)).isEqualTo(10);
    assertThat(kakao.count(MediaColumns.RESPONDED)).isEqualTo(5);
    assertThat(kakao.amount(MediaColumns.COST)).contains(new BigDecimal("10.5000"));
    double ratio = 10.5 / 5;
    double squares = 0;
    for (int place = 0; place < COSTS.length; place++) {
      squares += Math.pow(COSTS[place] - ratio * ORDERS[place], 2);
    }
    double half = 1.959963984540054 * Math.sqrt(squares * 5 / 4) / 5;
    assertThat(kakao.number(MediaColumns.COST_PER_ORDER).orElseThrow())
        .isCloseTo(ratio, within(1e-12));
    assertThat(kakao.number(MediaColumns.HIGH).orElseThrow()).isCloseTo(ratio + half, within(1e-9));
    assertThat(kakao.number(MediaColumns.LOW).orElseThrow())
        .isCloseTo(Math.max(0, ratio - half), within(1e-9));
  }

  @Test
  void one_person_no_order_and_no_cost_leave_the_figures_open(SparkSession spark) {
    Map<String, RowReader> rows = rows(spark, false);

    assertThat(rows.get("sms").number(MediaColumns.COST_PER_ORDER)).isEmpty();
    assertThat(rows.get("none").amount(MediaColumns.COST)).isEmpty();
    assertThat(rows.get("none").number(MediaColumns.COST_PER_ORDER)).isEmpty();
    assertThat(rows.get("none").number(MediaColumns.HIGH)).isEmpty();
    assertThat(rows.get("sms").number(MediaColumns.LOW)).isEmpty();
    assertThat(rows.get("카카오").optionalCount(MediaColumns.RESPONDED)).isEmpty();
  }
}
