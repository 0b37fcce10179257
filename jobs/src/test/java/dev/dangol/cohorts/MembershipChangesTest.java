package dev.dangol.cohorts;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class MembershipChangesTest {
  private static final AsOf MARCH = new AsOf(LocalDate.of(2026, 3, 1), ZoneOffset.UTC);
  private static final String DAY = "2026-03-01";
  private static final Map<String, String> SQL =
      Map.of("ideal", "fit_level = 'perfect'", "often", "orders_lifetime >= 3");

  /** The ideal was defined otherwise before: by that, ann would not be in it, nor cho. */
  private static final Map<String, Optional<String>> FORMER =
      Map.of("ideal", Optional.of("orders_lifetime > 3"));

  @Test
  void who_came_or_left_is_reported_by_the_criteria_that_crossed_else_by_what_the_predicate_sees(
      SparkSession spark) {
    Dataset<Row> now =
        members(spark).row("ideal", "ann").row("ideal", "bob").row("often", "ann").table();
    Dataset<Row> before =
        members(spark).row("ideal", "bob").row("ideal", "cho").row("often", "gone").table();
    TestRows expected =
        TestRows.of(spark, CohortColumns.COHORT_MOVES.fields().toArray(Field[]::new));
    expected
        .row(
            DAY,
            "ideal",
            "ann",
            true,
            "definition_changed",
            "pays, unfit before: now 80; returns, viable before: now 3 days",
            "pays, 이전에는 부적합: 이제 80; returns, 이전에는 실행 가능한 적합: 이제 3일")
        .row(
            DAY,
            "ideal",
            "cho",
            false,
            "customer_changed",
            "fit_level = 'perfect', where fit_level is viable",
            "fit_level = 'perfect', 현재 값: fit_level = viable")
        .row(
            DAY,
            "often",
            "ann",
            true,
            "customer_changed",
            "orders_lifetime >= 3, where orders_lifetime is 3",
            "orders_lifetime >= 3, 현재 값: orders_lifetime = 3")
        .row(
            DAY,
            "often",
            "gone",
            false,
            "customer_changed",
            "orders_lifetime >= 3, where orders_lifetime is not known",
            "orders_lifetime >= 3, 현재 값: orders_lifetime = 알 수 없음");
    Dataset<Row> described = described(spark);
    TableAssert.assertThat(
            MembershipChanges.of(
                new CohortTotals.CohortMemberships(now, before),
                new MembershipChanges.CriterionReasons(today(spark), then(spark)),
                described,
                new MembershipChanges.CohortPredicates(
                    SQL, Membership.columns(described, "cohorts", SQL), FORMER, MARCH)))
        .isEqualTo(expected.table());
  }

  private static TestRows members(SparkSession spark) {
    return TestRows.of(spark, SharedColumns.COHORT, SharedColumns.CUSTOMER_ID);
  }

  private static Dataset<Row> described(SparkSession spark) {
    return TestRows.of(
            spark,
            SharedColumns.AS_OF,
            SharedColumns.CUSTOMER_ID,
            FeatureColumns.ORDERS_LIFETIME,
            CohortColumns.FIT_LEVEL)
        .row(DAY, "ann", 3, "perfect")
        .row(DAY, "bob", 1, "perfect")
        .row(DAY, "cho", 1, "viable")
        .table();
  }

  private static Dataset<Row> today(SparkSession spark) {
    return reasons(spark)
        .row("ann", "returns", "perfect", "now 3 days", "이제 3일")
        .row("ann", "pays", "perfect", "now 80", "이제 80")
        .row("ann", "refers", "unfit", "still 0", "여전히 0")
        .row("ann", "talks", null, "not measured", "측정할 수 없음")
        .row("cho", "pays", "viable", "as ever", "여전히")
        .table();
  }

  private static Dataset<Row> then(SparkSession spark) {
    return reasons(spark)
        .row("ann", "returns", "viable", "then 1 day", "")
        .row("ann", "pays", "unfit", "then 20", "")
        .row("ann", "refers", "unfit", "then 0", "")
        .row("ann", "talks", "unfit", "then 0", "")
        .row("cho", "pays", "viable", "as ever", "")
        .table();
  }

  private static TestRows reasons(SparkSession spark) {
    return TestRows.of(
        spark,
        SharedColumns.CUSTOMER_ID,
        CohortColumns.CRITERION,
        CohortColumns.LEVEL,
        CohortColumns.REASON,
        CohortColumns.REASON_KO);
  }
}
