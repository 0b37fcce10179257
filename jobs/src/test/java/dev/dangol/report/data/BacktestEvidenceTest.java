package dev.dangol.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.report.page.ShopPages;
import dev.dangol.table.results.ProofColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The backtest on the page, good or bad. */
@ExtendWith(SparkExtension.class)
class BacktestEvidenceTest {
  private static TestRows rows(SparkSession spark) {
    return TestRows.of(
        spark,
        ProofColumns.CUTOFF,
        ProofColumns.METHOD,
        ProofColumns.SHARE,
        ProofColumns.REVENUE,
        ProofColumns.REVENUE_LOW,
        ProofColumns.REVENUE_HIGH,
        ProofColumns.ORDERS,
        ProofColumns.REFERRALS,
        ProofColumns.RETENTION,
        ProofColumns.LEAD_LOW,
        ProofColumns.LEAD_HIGH,
        ProofColumns.FIT_LEAD_LOW,
        ProofColumns.FIT_LEAD_HIGH);
  }

  private static TestRows with(
      TestRows rows, String method, double share, Double held, Double leadLow) {
    return with(rows, method, share, held, leadLow, null);
  }

  private static TestRows with(
      TestRows rows, String method, double share, Double held, Double leadLow, Double fitLow) {
    Double low = held == null ? null : held - 0.1;
    Double high = held == null ? null : held + 0.1;
    Double leadHigh = leadLow == null ? null : leadLow + 0.2;
    Double fitHigh = fitLow == null ? null : fitLow + 0.2;
    return rows.row(
        "2025-01-15",
        method,
        share,
        held,
        low,
        high,
        0.3,
        null,
        0.5,
        leadLow,
        leadHigh,
        fitLow,
        fitHigh);
  }

  private static Dataset<Row> proved(SparkSession spark, double spendLead) {
    TestRows rows = rows(spark);
    with(rows, "chance", 0.18, 0.18, 0.1);
    with(rows, "spend", 0.18, 0.43, spendLead);
    with(rows, "rfm", 0.18, 0.2, 0.1);
    with(rows, "ideal", 0.18, 0.41, null);
    with(rows, "fit", 0.18, 0.41, -0.1);
    with(rows, "clv", 0.2, 0.99, null);
    return rows.table();
  }

  /** The English page of a proof whose lead over spend lies from there on. */
  private static String page(SparkSession spark, double spendLead) {
    return page(spark, proved(spark, spendLead), "en");
  }

  private static String page(SparkSession spark, Dataset<Row> backtest, String language) {
    return ShopPages.page(spark, language, Map.of("evidence", BacktestEvidence.read(backtest)));
  }

  @Test
  void ours_come_first_then_the_best_and_other_sizes_are_left_out(SparkSession spark) {
    BacktestEvidence evidence = BacktestEvidence.read(proved(spark, -0.1));

    assertThat(evidence.choices())
        .extracting(BacktestEvidence.EvidenceChoice::method)
        .containsExactly("ideal", "spend", "rfm", "chance");
    assertThat(evidence.best().orElseThrow().lead()).isEqualTo(BacktestEvidence.EvidenceLead.EVEN);
    assertThat(evidence.choices().get(2).lead()).isEqualTo(BacktestEvidence.EvidenceLead.BETTER);
  }

  @Test
  void the_page_says_good_and_bad_in_both_languages(SparkSession spark) {
    assertThat(page(spark, -0.1))
        .contains("id=\"proof-chart\"", "18\u00a0%", "41\u00a0%", "the best was Spend so far")
        .contains("no more than chance explains", "\"spans\":[[31.0,51.0]");
    assertThat(page(spark, -0.3)).contains("That rule did better");
    assertThat(page(spark, proved(spark, 0.1), "en")).contains("ideal customers did better");
    assertThat(page(spark, proved(spark, -0.3), "ko"))
        .contains("‘지금까지의 구매액’ 기준이 43", "스코어카드가 가장 좋은 방법은 아닙니다");
  }

  @Test
  void the_first_sentence_names_a_simple_rule_that_was_better_and_the_setting_that_follows_it(
      SparkSession spark) {
    assertThat(page(spark, -0.3))
        .contains(
            "<p>A simple rule, “Spend so far”, chose better", "most weight on net_sales_lifetime")
        .contains("“Ideal customers” 41");
    assertThat(page(spark, -0.1)).doesNotContain("A simple rule");
    TestRows rows = rows(spark);
    with(rows, "fit", 0.2, 0.5, null);
    with(rows, "rfm", 0.2, 0.6, null, -0.3);
    with(rows, "clv", 0.2, 0.9, null, -0.3);
    with(rows, "fit", 0.5, 0.7, null);
    with(rows, "spend", 0.5, 0.9, null, -0.3);

    assertThat(page(spark, rows.table(), "ko"))
        .contains("<p>단순한 기준인 ‘RFM", "recency_score, frequency_score, monetary_score의 비중");
    assertThat(BacktestEvidence.read(rows.table()).better().orElseThrow().rule().method())
        .isEqualTo("rfm");
  }

  @Test
  void without_an_ideal_cohort_the_best_fifth_stands_for_it(SparkSession spark) {
    TestRows rows = rows(spark);
    for (double share : List.of(0.1, 0.2, 0.5)) {
      with(rows, "fit", share, share * 1.5, null);
      with(rows, "spend", share, share * 1.2, null);
    }
    String page = page(spark, rows.table(), "en");

    assertThat(page).contains("No customer was ideal", "20\u00a0%", "30\u00a0%", "24\u00a0%");
    assertThat(page).doesNotContain("chance explains");
  }

  @Test
  void nothing_to_prove_and_nothing_sold_later_are_said(SparkSession spark) {
    TestRows rows = rows(spark);
    with(rows, "ideal", 0.18, null, null);
    with(rows, "spend", 0.18, null, null);
    assertThat(page(spark, rows.table(), "en"))
        .contains("have brought no net sales since")
        .doesNotContain("id=\"proof-chart\"");
    assertThat(page(spark, rows(spark).table(), "ko")).contains("이 날에는 백테스트가 없습니다");
  }

  @Test
  void the_curve_has_every_size_with_the_scorecard_first_and_the_best_other_rule(
      SparkSession spark) {
    TestRows rows = rows(spark);
    for (double share : List.of(0.5, 0.05, 0.2)) {
      with(rows, "chance", share, share, null);
      with(rows, "rfm", share, share + 0.1, null);
      with(rows, "spend", share, share + 0.2, null);
      with(rows, "fit", share, share + 0.15, null);
    }
    with(rows, "ideal", 0.2, 0.35, null);
    GainCurve curve = BacktestEvidence.read(rows.table()).curve();

    assertThat(curve.sizes()).containsExactly(0.05, 0.2, 0.5);
    assertThat(curve.lines())
        .extracting(GainCurve.GainCurveLine::method)
        .containsExactly("fit", "spend", "rfm", "chance");
    assertThat(curve.drawableLines())
        .extracting(GainCurve.GainCurveLine::method)
        .containsExactly("fit", "spend", "chance");
    assertThat(page(spark, rows.table(), "en"))
        .contains("The first 5\u00a0% of customers by rank on the scorecard brought 20\u00a0%")
        .contains("\"names\":[\"5.0\",\"20.0\",\"50.0\"]", "data-label=\"Best 50\u00a0%\">70");
    assertThat(page(spark, rows.table(), "ko")).contains("‘지금까지의 구매액’ 기준으로 고른 같은 수의");
  }

  @Test
  void one_size_or_nothing_sold_later_makes_no_curve(SparkSession spark) {
    TestRows rows = rows(spark);
    with(rows, "fit", 0.2, null, null);
    with(rows, "fit", 0.5, null, null);

    assertThat(BacktestEvidence.read(proved(spark, 0.1)).curve().isDrawn()).isFalse();
    assertThat(BacktestEvidence.read(rows.table()).curve().isDrawn()).isFalse();
  }
}
