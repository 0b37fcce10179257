package dev.dangol.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.report.data.LikelihoodSummary.LikelihoodBucket;
import dev.dangol.report.data.LikelihoodSummary.LikelihoodPanel;
import dev.dangol.report.page.ShopPages;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.LikelihoodColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Likelihoods on the page: one drawn, one in words why not, none of any one customer. */
@ExtendWith(SparkExtension.class)
class LikelihoodSummaryTest {
  private static final String SHORT_PAST =
      "Purchases reach back less than three times likelihoods.span-days, which is 90: one span to"
          + " know customers by, one to learn what followed, and one to test.";

  private static ShopTables tables(SparkSession spark) {
    Dataset<Row> customers =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                LikelihoodColumns.P_CONTENT,
                LikelihoodColumns.P_BUY_MORE,
                LikelihoodColumns.P_RECOMMEND)
            .row("secret-1", 0.9, null, 0.2)
            .row("secret-2", 0.5, null, 0.1)
            .table();
    Dataset<Row> calibration =
        TestRows.of(
                spark,
                LikelihoodColumns.LIKELIHOOD,
                LikelihoodColumns.BUCKET,
                LikelihoodColumns.PREDICTED,
                LikelihoodColumns.OBSERVED,
                LikelihoodColumns.CUSTOMERS,
                LikelihoodColumns.CALIBRATION_ERROR)
            .row("p_content", 10, 0.875, 0.9, 40, 0.0142)
            .row("p_content", 1, 0.25, 0.125, 41, 0.0142)
            .table();
    Dataset<Row> reasons =
        TestRows.of(spark, RunColumns.MEASURE, RunColumns.WHY_NOT)
            .row("customer_likelihoods.p_buy_more", SHORT_PAST)
            .table();
    return ShopTables.full(spark)
        .with("customer_likelihoods", customers.repartition(2))
        .with("likelihood_calibration", calibration)
        .with("not_measured", reasons);
  }

  @Test
  void each_likelihood_has_its_mean_its_error_and_its_tenths_in_order(SparkSession spark) {
    List<LikelihoodPanel> panels = LikelihoodSummary.read(tables(spark)).panels();

    assertThat(panels)
        .extracting(LikelihoodPanel::likelihood)
        .containsExactly("p_content", "p_buy_more", "p_recommend");
    LikelihoodPanel content = panels.get(0);
    assertThat(content.mean()).hasValue(0.7);
    assertThat(content.error()).hasValue(0.0142);
    assertThat(content.buckets())
        .containsExactly(
            new LikelihoodBucket(1, 41, 0.25, 0.125), new LikelihoodBucket(10, 40, 0.875, 0.9));
    assertThat(panels.get(1).mean()).isEqualTo(OptionalDouble.empty());
    assertThat(panels.get(1).buckets()).isEmpty();
  }

  @Test
  void the_page_draws_what_was_tried_and_says_why_the_rest_was_not(SparkSession spark) {
    Map<String, Object> parts =
        Map.of(
            "likelihoods", LikelihoodSummary.read(tables(spark)),
            "gaps", MeasureGap.read(tables(spark).of(RunColumns.NOT_MEASURED)));
    String english = ShopPages.page(spark, "en", parts);
    String korean = ShopPages.page(spark, "ko", parts);

    assertThat(english)
        .contains("id=\"p_content-chart\"", "\"kind\":\"reliability\"", "\"25.0\"", "12.5")
        .contains("1.4\u00a0% off on average (expected calibration error)")
        .contains("<span lang=\"en\">" + SHORT_PAST + "</span>")
        .doesNotContain("id=\"p_buy_more-chart\"", "secret-");
    assertThat(korean)
        .contains("평균 1.4% 빗나갔습니다(기대 보정 오차)")
        .contains("<span lang=\"ko\">구매 기록이 likelihoods.span-days(90일)의 세 배보다 짧습니다.");
  }
}
