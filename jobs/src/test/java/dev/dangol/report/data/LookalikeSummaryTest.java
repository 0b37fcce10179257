package dev.dangol.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.report.page.ShopPages;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.LookalikeColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Look-alikes on the page, and the reasons where there are none. */
@ExtendWith(SparkExtension.class)
class LookalikeSummaryTest {
  private static Dataset<Row> lookalikes(SparkSession spark) {
    return TestRows.of(
            spark,
            LookalikeColumns.KIND,
            SharedColumns.CUSTOMER_ID,
            LookalikeColumns.P_FIRST_ORDER,
            LookalikeColumns.NEAREST_COHORT,
            LookalikeColumns.DISTANCE,
            LookalikeColumns.RANK)
        .row("customer", "secret-1", null, "ideal", 0.1, 1)
        .row("customer", "secret-2", null, "slipping", 0.3, 2)
        .row("customer", "secret-3", null, "slipping", 0.5, 3)
        .row("prospect", "secret-4", 0.75, null, null, 1)
        .row("prospect", "secret-5", 0.5, null, null, 2)
        .row("prospect", "secret-6", 0.5, null, null, 3)
        .table();
  }

  private static Dataset<Row> calibration(SparkSession spark) {
    return TestRows.of(
            spark,
            LookalikeColumns.CUTOFF,
            LookalikeColumns.TENTH,
            LookalikeColumns.PEOPLE,
            LookalikeColumns.PREDICTED_SHARE,
            LookalikeColumns.ORDERED_SHARE,
            LookalikeColumns.AUC)
        .row("2025-10-17", 10, 20, 0.6, 0.65, null)
        .row("2025-10-17", 0, 40, 0.35, 0.4, 0.8125)
        .row("2025-10-17", 1, 20, 0.1, 0.15, null)
        .table();
  }

  @Test
  void nobody_is_named_and_everybody_is_counted(SparkSession spark) {
    ShopTables tables =
        ShopTables.full(spark)
            .with("lookalikes", lookalikes(spark).repartition(3))
            .with("lookalike_calibration", calibration(spark));
    LookalikeSummary likeness = LookalikeSummary.read(tables);

    assertThat(likeness.near())
        .extracting(LookalikeSummary.NearCustomers::cohort)
        .containsExactly("slipping", "ideal");
    assertThat(likeness.near().get(0).customers()).isEqualTo(2);
    assertThat(likeness.near().get(0).distance().orElseThrow()).isEqualTo(0.4);
    assertThat(likeness.prospects()).contains(new LookalikeSummary.ProspectSummary(3, 1.75));
    assertThat(likeness.tenths())
        .extracting(LookalikeSummary.ProspectDecile::number)
        .containsExactly(1L, 10L);
    assertThat(ShopPages.page(spark, "en", Map.of("likeness", likeness)))
        .contains("3 people are known who have not bought; about 2 people", "81\u00a0%")
        .doesNotContain("secret-");
    assertThat(ShopPages.page(spark, "ko", Map.of("likeness", likeness)))
        .contains("아직 사지 않은 사람 3명", "81%에서 맞혔습니다");
  }

  @Test
  void where_nothing_is_reported_the_reason_is_in_the_language_of_the_page(SparkSession spark) {
    Dataset<Row> reasons =
        TestRows.of(spark, RunColumns.MEASURE, RunColumns.WHY_NOT)
            .row("lookalikes.distance", "No customer is in a cohort named ideal.")
            .row(
                "lookalikes.p_first_order",
                "Of people who were known on 2025-10-17 and had not bought, 12 first orders are known in"
                    + " the 90 days that followed, which the model learns from;"
                    + " lookalikes.min-positives is 50.")
            .row("uplift", "The source messages is not configured.")
            .row("clean_reviews", "A reason that nobody has put in words.")
            .table();
    Map<String, Object> parts = Map.of("gaps", MeasureGap.read(reasons));

    assertThat(ShopPages.page(spark, "en", parts))
        .contains("<span lang=\"en\">Of people who were known on 2025-10-17 and had not bought, 12")
        .contains(
            "lookalikes.min-positives is 50.</span>", "The source messages is not configured.");
    assertThat(ShopPages.page(spark, "ko", parts))
        .contains("<span lang=\"ko\">2025-10-17에 알고 있었고", "90일 동안 첫 주문을 한 사람이 12명뿐입니다")
        .contains("소스 messages 항목이 설정되어 있지 않습니다.", "ideal인 코호트에 속한 고객이 없습니다.")
        .contains("lang=\"en\">A reason that nobody has put in words.");
  }
}
