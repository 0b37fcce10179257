package dev.dangol.cohorts.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dangol.config.ScorecardSettings;
import dev.dangol.config.ScorecardSettings.ScorecardCriterion;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.CustomerTypeColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.RfmColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.ValueColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ScorecardTest {
  private static final ScorecardCriterion VALUE =
      new ScorecardCriterion("pays", "order_value", 1, 20_000, 40_000);

  @Test
  void a_reason_says_the_value_the_cut_and_the_level_in_both_languages(SparkSession spark) {
    assertThat(reasons(spark, VALUE, 54_300.0, 40_000.0, 39_999.99999, 3.0, null, Double.NaN))
        .containsExactly(
            "Net sales per order 54,300 is 40,000 or more: perfect"
                + " | 주문당 순매출 54,300, 40,000 이상: 완벽한 적합",
            "Net sales per order 40,000 is 40,000 or more: perfect"
                + " | 주문당 순매출 40,000, 40,000 이상: 완벽한 적합",
            "Net sales per order 39,999.99999 is 20,000 or more, less than 40,000: viable"
                + " | 주문당 순매출 39,999.99999, 20,000 이상, 40,000 미만: 실행 가능한 적합",
            "Net sales per order 3 is less than 20,000: unfit | 주문당 순매출 3, 20,000 미만: 부적합",
            "Net sales per order could not be measured | 주문당 순매출: 측정할 수 없음",
            "Net sales per order could not be measured | 주문당 순매출: 측정할 수 없음");
  }

  @Test
  void where_less_is_better_the_words_turn_round_and_a_veto_is_reported(SparkSession spark) {
    ScorecardCriterion cheap =
        new ScorecardCriterion("cheap", "order_value", 1, 0.35, 0.05).asRequired();
    assertThat(reasons(spark, cheap, 0.05, 0.0625, 0.36))
        .containsExactly(
            "Net sales per order 0.05 is 0.05 or less: perfect"
                + " | 주문당 순매출 0.05, 0.05 이하: 완벽한 적합",
            "Net sales per order 0.0625 is 0.35 or less, more than 0.05: viable"
                + " | 주문당 순매출 0.0625, 0.35 이하, 0.05 초과: 실행 가능한 적합",
            "Net sales per order 0.36 is more than 0.35: unfit; it is required, so they are unfit"
                + " whatever the points"
                + " | 주문당 순매출 0.36, 0.35 초과: 부적합; 필수 항목이므로 점수와 상관없이 부적합");
  }

  @Test
  void a_percentile_names_the_value_it_stands_for_and_one_that_nobody_reaches_none(
      SparkSession spark) {
    ScorecardCriterion top = new ScorecardCriterion("top", "order_value", 1, 50, 85).byPercentile();
    assertThat(reasons(spark, top, 1.0, 2.0, 2.0, 3.5))
        .containsExactly(
            "Net sales per order 1 is less than 2 (percentile 50): unfit"
                + " | 주문당 순매출 1, 2 미만 (백분위 50): 부적합",
            "Net sales per order 2 is 2 or more (percentile 50), less than 3.5 (percentile 85):"
                + " viable | 주문당 순매출 2, 2 이상 (백분위 50), 3.5 미만 (백분위 85): 실행 가능한 적합",
            "Net sales per order 2 is 2 or more (percentile 50), less than 3.5 (percentile 85):"
                + " viable | 주문당 순매출 2, 2 이상 (백분위 50), 3.5 미만 (백분위 85): 실행 가능한 적합",
            "Net sales per order 3.5 is 3.5 or more (percentile 85): perfect"
                + " | 주문당 순매출 3.5, 3.5 이상 (백분위 85): 완벽한 적합");
    assertThat(reasons(spark, top, 7.0, 7.0))
        .containsOnly(
            "Net sales per order 7 is 7 or more (percentile 50), below percentile 85, which no"
                + " customer reaches: viable | 주문당 순매출 7, 7 이상 (백분위 50), 백분위 85 미만(어떤 고객도 이르지 못함): 실행"
                + " 가능한 적합");
  }

  @Test
  void a_flag_counts_one_where_it_is_true(SparkSession spark) {
    Dataset<Row> customers =
        TestRows.of(
                spark,
                SharedColumns.AS_OF,
                SharedColumns.CUSTOMER_ID,
                CustomerTypeColumns.ADVOCATE,
                FeatureColumns.NET_SALES_LIFETIME,
                ValueColumns.EXPECTED_NET_SALES,
                RfmColumns.RECENCY_SCORE,
                RfmColumns.FREQUENCY_SCORE,
                RfmColumns.MONETARY_SCORE,
                FeatureColumns.DAYS_SINCE_LAST_ORDER,
                FeatureColumns.DAYS_SINCE_LAST_EVENT)
            .row("2026-03-01", "ann", true, "1", null, 1, 1, 1, 1, null)
            .row("2026-03-01", "bob", false, "1", null, 1, 1, 1, 1, null)
            .row("2026-03-01", "cho", null, "1", null, 1, 1, 1, 1, null)
            .table();
    ScorecardCriterion tells =
        new ScorecardCriterion("tells", CustomerTypeColumns.ADVOCATE.name(), 1, 1, 1);
    FittedScorecard card =
        ScorecardFitter.of(customers, new ScorecardSettings(List.of(tells), 50, 75));

    assertThat(Scorecard.reasons(customers, card).collectAsList())
        .map(RowReader::new)
        .extracting(
            cells -> cells.text(SharedColumns.CUSTOMER_ID).orElseThrow(),
            cells -> cells.text(CohortColumns.LEVEL).orElse("not measured"))
        .containsExactlyInAnyOrder(
            tuple("ann", "perfect"), tuple("bob", "unfit"), tuple("cho", "not measured"));
  }

  /** The reasons for customers with these values, in their order. */
  private static List<String> reasons(
      SparkSession spark, ScorecardCriterion criterion, Double... values) {
    TestRows rows =
        TestRows.of(
            spark,
            SharedColumns.AS_OF,
            SharedColumns.CUSTOMER_ID,
            FeatureColumns.ORDER_VALUE,
            FeatureColumns.NET_SALES_LIFETIME,
            ValueColumns.EXPECTED_NET_SALES,
            RfmColumns.RECENCY_SCORE,
            RfmColumns.FREQUENCY_SCORE,
            RfmColumns.MONETARY_SCORE,
            FeatureColumns.DAYS_SINCE_LAST_ORDER,
            FeatureColumns.DAYS_SINCE_LAST_EVENT);
    for (int place = 0; place < values.length; place++) {
      rows.row("2026-03-01", "c" + place, values[place], "1", null, 1, 1, 1, 1, null);
    }
    Dataset<Row> customers = rows.table();
    FittedScorecard card =
        ScorecardFitter.of(customers, new ScorecardSettings(List.of(criterion), 50, 75));
    Map<String, String> sentences = new LinkedHashMap<>();
    Scorecard.reasons(customers, card).collectAsList().stream()
        .map(RowReader::new)
        .forEach(
            cells ->
                sentences.put(
                    cells.text(SharedColumns.CUSTOMER_ID).orElseThrow(),
                    cells.text(CohortColumns.REASON).orElseThrow()
                        + " | "
                        + cells.text(CohortColumns.REASON_KO).orElseThrow()));
    return List.copyOf(sentences.values());
  }
}
