package dev.dangol.cohorts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dangol.problem.BadSetting;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class MembershipTest {
  private static final String DAY = "2026-03-01";

  @Test
  void members_are_those_of_whom_the_predicate_is_true(SparkSession spark) {
    Map<String, String> predicates =
        Map.of(
            "ideal", "fit_level = 'perfect'",
            "frank", "rating_mean < 3",
            "koreans", "segment_name = '단골'",
            "nobody", "false");
    TestRows members =
        TestRows.of(
            spark,
            SharedColumns.AS_OF,
            SharedColumns.COHORT,
            CohortColumns.REASON,
            SharedColumns.CUSTOMER_ID);
    members
        .row(DAY, "ideal", "fit_level = 'perfect'", "ann")
        .row(DAY, "ideal", "fit_level = 'perfect'", "bob")
        .row(DAY, "frank", "rating_mean < 3", "ann")
        .row(DAY, "koreans", "segment_name = '단골'", "bob");
    TableAssert.assertThat(Membership.of(described(spark), predicates)).isEqualTo(members.table());
  }

  @Test
  void every_wrong_predicate_is_named_with_its_cohort_and_the_nearest_columns(SparkSession spark) {
    Map<String, String> wrong = new TreeMap<>();
    wrong.put("a_fine", "rating_mean > 4");
    wrong.put("b_typo", "rating_maen > 4");
    wrong.put("c_number", "rating_mean");
    wrong.put("d_unfinished", "rating_mean >");
    wrong.put("e_aggregate", "rating_mean > avg(rating_mean)");
    BadSetting problem =
        catchThrowableOfType(BadSetting.class, () -> Membership.of(described(spark), wrong));
    assertThat(problem.getMessage().lines())
        .hasSize(4)
        .anyMatch(
            line ->
                line.startsWith(
                        "cohorts.b_typo.where = \"rating_maen > 4\": there is no column"
                            + " rating_maen; the nearest are rating_mean")
                    && line.endsWith("."))
        .anyMatch(
            line -> line.startsWith("cohorts.c_number.where") && line.contains("not a boolean"))
        .anyMatch(line -> line.startsWith("cohorts.d_unfinished.where"))
        .anyMatch(line -> line.startsWith("cohorts.e_aggregate.where"));
    assertThat(problem.exitCode()).isEqualTo(2);
  }

  private static Dataset<Row> described(SparkSession spark) {
    Dataset<Row> features =
        TestRows.of(
                spark, SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID, FeatureColumns.RATING_MEAN)
            .row(DAY, "ann", 2)
            .row(DAY, "bob", null)
            .row(DAY, "cho without a segment", 5)
            .table();
    Dataset<Row> fit =
        TestRows.of(spark, SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID, CohortColumns.FIT_LEVEL)
            .row(DAY, "ann", "perfect")
            .row(DAY, "bob", "perfect")
            .row(DAY, "cho without a segment", "unfit")
            .table();
    Dataset<Row> segments =
        TestRows.of(
                spark, SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID, SharedColumns.SEGMENT_NAME)
            .row(DAY, "ann", "Newcomers")
            .row(DAY, "bob", "단골")
            .table();
    return CustomerAttributes.of(features, List.of(fit, segments));
  }
}
