package dev.dangol.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.report.page.ShopPages;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ValueColumns;
import dev.dangol.table.results.ValueModelColumns;
import dev.dangol.table.results.WhatIfColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ValueSummaryTest {
  @Test
  void the_chosen_model_comes_first_with_its_own_groups_and_rules_that_win_are_reported(
      SparkSession spark) {
    ValueSummary value = ValueSummary.read(shop(spark));

    assertThat(value.models())
        .extracting(ModelLine::model)
        .containsExactly("mbg-nbd", "learned", "bg-nbd", "frequency-rank", "recency-cut");
    assertThat(value.salesModel()).map(ModelLine::model).contains("learned");
    assertThat(value.salesModel().orElseThrow().error())
        .as("money is not shown among purchase days")
        .isEmpty();
    assertThat(value.models())
        .extracting(ModelLine::winsAsRule)
        .containsExactly(false, false, false, false, true);
    assertThat(value.buckets()).containsExactly(new ValueSummary.ValueBucket(1, 0.1, 0.2, 7));
    assertThat(value.weeks())
        .containsExactly(
            new ValueSummary.TrackedWeek(1, 1.5, 3), new ValueSummary.TrackedWeek(2, 3.5, 4));
    assertThat(value.gains())
        .extracting(ValueSummary.RetentionWorth::points)
        .containsExactly(1.0, 5.0);
    assertThat(value.active()).hasValue(0.75);
    assertThat(value.worth().orElseThrow()).isEqualByComparingTo("30");
    assertThat(value.benchmark()).contains("25 to 95 %, as quoted");
  }

  @Test
  void tenths_hold_what_their_customers_are_worth_and_nothing_is_known_of_nobody(
      SparkSession spark) {
    TestRows customers = TestRows.of(spark, SharedColumns.CUSTOMER_ID, ValueColumns.CLV);
    for (int customer = 1; customer <= 20; customer++) {
      customers.row("c" + customer, String.valueOf(customer));
    }
    customers.row("unknown", null);
    Dataset<Row> table = customers.table();
    assertThat(tenths(table)).hasSize(10).startsWith(39 / 210.0, 35 / 210.0).endsWith(3 / 210.0);
    assertThat(
            table
                .where(ValueColumns.CLV.col().isNull())
                .agg(LifetimeValueSpread.cuts())
                .head()
                .isNullAt(0))
        .isTrue();
    assertThat(tenths(table.where(ValueColumns.CLV.col().equalTo(7))))
        .startsWith(1.0)
        .endsWith(0.0);
  }

  @Test
  void the_page_tells_it_in_both_languages(SparkSession spark) {
    Map<String, Object> parts = Map.of("value", ValueSummary.read(shop(spark)));
    for (String language : List.of("en", "ko")) {
      String page = ShopPages.page(spark, language, parts);
      assertThat(page).contains("mbg-nbd", "25 to 95 %", "id=\"value-chart\"");
      assertThat(page)
          .containsPattern(
              language.equals("en")
                  ? "brought 51.{0,8}% of all net sales, and 43.{0,8}% by the model"
                  : "고객이 가져온 몫은 51.{0,8}%이고, 위 모형으로는 43.{0,8}%입니다")
          .contains(language.equals("en") ? "chosen for net sales" : "순매출에 선택")
          .contains(language.equals("en") ? "Rule: gone after long silence" : "오래 사지 않으면 이탈");
      assertThat(page).contains("id=\"tracking-chart\"", "id=\"worth-chart\"");
      assertThat(ShopPages.page(spark, language))
          .contains("id=\"value\"")
          .doesNotContain("id=\"value-chart\"");
    }
  }

  private static List<Double> tenths(Dataset<Row> customers) {
    return LifetimeValueSpread.tenths(
        customers, customers.agg(LifetimeValueSpread.cuts()).head().getList(0));
  }

  private static ShopTables shop(SparkSession spark) {
    return ShopTables.full(spark)
        .with("value_models", models(spark))
        .with(
            "value_calibration",
            TestRows.of(
                    spark,
                    ValueModelColumns.MODEL,
                    ValueModelColumns.BUCKET,
                    ValueModelColumns.PREDICTED,
                    ValueModelColumns.OBSERVED,
                    ValueColumns.CUSTOMERS)
                .row("bg-nbd", 1, 9, 9, 9)
                .row("mbg-nbd", 1, 0.1, 0.2, 7)
                .table())
        .with(
            "value_tracking",
            TestRows.of(
                    spark,
                    ValueModelColumns.MODEL,
                    ValueModelColumns.WEEK,
                    ValueModelColumns.PREDICTED,
                    ValueModelColumns.OBSERVED)
                .row("mbg-nbd", 2, 2, 1)
                .row("mbg-nbd", 0, 7, 7)
                .row("mbg-nbd", 1, 1.5, 3)
                .row("bg-nbd", 1, 9, 9)
                .table())
        .with(
            "retention_whatif",
            TestRows.of(
                    spark,
                    WhatIfColumns.POINTS,
                    WhatIfColumns.CHANGE_SHARE,
                    WhatIfColumns.SHARE_LOW,
                    WhatIfColumns.SHARE_HIGH,
                    WhatIfColumns.BENCHMARK)
                .row(5, 0.136, 0.125, 0.147, "25 to 95 %, as quoted")
                .row(1, 0.03, 0.02, 0.04, "25 to 95 %, as quoted")
                .table())
        .with(
            "customer_value",
            TestRows.of(spark, SharedColumns.CUSTOMER_ID, ValueColumns.P_ALIVE, ValueColumns.CLV)
                .row("c1", 1, "30")
                .row("c2", 0.5, null)
                .table());
  }

  private static Dataset<Row> models(SparkSession spark) {
    return TestRows.of(
            spark,
            ValueModelColumns.MODEL,
            ValueModelColumns.CHOSEN,
            ValueModelColumns.CHOSEN_FOR,
            ValueModelColumns.LOG_LIKELIHOOD,
            ValueModelColumns.HOLDOUT_ERROR,
            ValueModelColumns.HOLDOUT_BIAS,
            ValueModelColumns.HOLDOUT_TOP_TENTH,
            ValueModelColumns.TOP_TENTH_SHARE,
            ValueModelColumns.BEST_AT,
            ValueModelColumns.REASON)
        .row("frequency-rank", false, null, null, null, null, 0.39, 0.3, List.of(), null)
        .row("recency-cut", false, null, null, 0.47, 0.6, 0.38, 0.3, List.of("holdout_error"), null)
        .row("bg-nbd", false, null, -9582.4, 0.39, 0.01, 0.38, 0.4, List.of("holdout_bias"), null)
        .row("gamma-gamma", true, null, -4055.9, null, null, null, null, List.of(), null)
        .row("learned", false, "net_sales", null, 81.5, 0.0, 0.5, 0.5123, null, null)
        .row("mbg-nbd", true, "orders active", -9582.1, 0.38, -0.03, 0.386, 0.4321, List.of(), null)
        .table();
  }
}
