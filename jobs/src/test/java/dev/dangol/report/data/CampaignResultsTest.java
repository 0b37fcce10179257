package dev.dangol.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.report.page.ShopPages;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.UpliftColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Uplift of campaigns on the page. */
@ExtendWith(SparkExtension.class)
class CampaignResultsTest {
  private static TestRows rows(SparkSession spark) {
    return TestRows.of(
        spark,
        UpliftColumns.CAMPAIGN,
        SharedColumns.COHORT,
        UpliftColumns.OUTCOME,
        UpliftColumns.BEGAN_ON,
        UpliftColumns.TREATED,
        UpliftColumns.CONTROLS,
        UpliftColumns.TREATED_MESSAGED,
        UpliftColumns.CONTROLS_MESSAGED,
        UpliftColumns.TREATED_MEAN,
        UpliftColumns.CONTROL_MEAN,
        UpliftColumns.EFFECT,
        UpliftColumns.LOW,
        UpliftColumns.HIGH);
  }

  private static void add(TestRows rows, String campaign, String cohort, String day, double low) {
    rows.row(campaign, cohort, "conversion", day, 90, 10, 80, 0, 0.3, 0.2, 0.1, low, low + 0.2);
    rows.row(campaign, cohort, "net_sales", day, 90, 10, 80, 0, 900.0, 1400.5, -500.5, null, null);
  }

  private static ShopTables tables(SparkSession spark) {
    TestRows rows = rows(spark);
    add(rows, "old", "ideal", "2025-01-02", 0.01);
    add(rows, "new & <b>", "ideal", "2025-03-02", -0.1);
    add(rows, "middle", "ideal", "2025-02-02", -0.3);
    add(rows, "also middle", "ideal", "2025-02-02", -0.3);
    add(rows, "elsewhere", "market", "2025-04-02", 0.05);
    return ShopTables.full(spark).with("uplift", rows.table().repartition(3));
  }

  private static String page(SparkSession spark, ShopTables tables, String language) {
    CampaignResults campaigns = CampaignResults.read(tables.of(UpliftColumns.UPLIFT));
    return ShopPages.page(spark, language, Map.of("campaigns", campaigns));
  }

  @Test
  void the_ideal_cohort_is_reported_by_days_the_newest_first(SparkSession spark) {
    CampaignResults campaigns = CampaignResults.read(tables(spark).of(UpliftColumns.UPLIFT));

    assertThat(campaigns.cohort()).isEqualTo("ideal");
    assertThat(campaigns.newest())
        .extracting(CampaignResults.CampaignResult::names)
        .containsExactly(List.of("new & <b>"), List.of("also middle", "middle"), List.of("old"));
    assertThat(campaigns.gains()).isEqualTo(1);
    assertThat(campaigns.losses()).isEqualTo(1);
  }

  @Test
  void the_page_says_what_is_known_and_where_there_were_too_few(SparkSession spark) {
    assertThat(page(spark, tables(spark), "en"))
        .contains("Of 3 such days, 1 had more customers buy and 1 had fewer")
        .contains("new &amp; &lt;b&gt;", "Difference (pp)", "+10.0", "−10.0 to +10.0")
        .contains("−501 <small", "too few for an interval")
        .doesNotContain("elsewhere");
    assertThat(page(spark, tables(spark), "ko"))
        .contains("그런 날 3일 중 1일은 구매 고객이 늘었고 1일은", "차이 (%p)", "+10.0", "너무 적어 알 수 없음");
  }

  @Test
  void controls_who_were_reached_are_reported(SparkSession spark) {
    TestRows rows = rows(spark);
    rows.row("a", "market", "conversion", "2025-01-02", 9, 1, 8, 1, 0.3, 0.0, 0.3, null, null);
    ShopTables tables = ShopTables.full(spark).with("uplift", rows.table());

    assertThat(page(spark, tables, "en"))
        .contains("In the cohort Market", "got messages all the same");
    assertThat(ShopPages.page(spark, "en")).contains("No campaign can be judged yet.");
  }
}
