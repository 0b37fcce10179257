package dev.dangol.cohorts.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dangol.config.AdditionalScorecard;
import dev.dangol.config.ScorecardSettings;
import dev.dangol.config.ScorecardSettings.ScorecardCriterion;
import dev.dangol.problem.BadSetting;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.RfmColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.ScorecardColumns;
import dev.dangol.table.results.ValueColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class AdditionalFitTest {
  private static final String DAY = "2026-03-01";
  private static final ScorecardSettings TOP =
      new ScorecardSettings(
          List.of(new ScorecardCriterion("often", "frequency", 1, 50, 75).byPercentile()), 50, 75);

  @Test
  void a_profile_ranks_and_cuts_among_those_it_is_about(SparkSession spark) {
    AdditionalScorecard firms = new AdditionalScorecard("order_value >= 100", TOP);
    Dataset<Row> subjects = AdditionalFit.subjects(customers(spark), firms);
    TestRows expected =
        TestRows.of(
            spark,
            ScorecardColumns.PROFILE,
            SharedColumns.CUSTOMER_ID,
            CohortColumns.POINTS,
            CohortColumns.FIT_SCORE,
            CohortColumns.FIT_LEVEL,
            CohortColumns.RANK);
    expected
        .row("firms", "ann", 0, 33.333333, "unfit", 2)
        .row("firms", "bob", 100, 66.666667, "perfect", 1);
    TableAssert.assertThat(AdditionalFit.of("firms", subjects, ScorecardFitter.of(subjects, TOP)))
        .hasRows(expected.table());
  }

  @Test
  void fits_to_profiles_lie_side_by_side(SparkSession spark) {
    Dataset<Row> fits =
        TestRows.of(
                spark,
                SharedColumns.AS_OF,
                ScorecardColumns.PROFILE,
                SharedColumns.CUSTOMER_ID,
                CohortColumns.FIT_LEVEL,
                CohortColumns.RANK)
            .row(DAY, "firms", "ann", "unfit", 2)
            .row(DAY, "big-tea", "ann", "perfect", 1)
            .row(DAY, "firms", "bob", "perfect", 1)
            .table();
    Dataset<Row> all = TestRows.filled(fits, ScorecardColumns.PROFILES.fields());
    TableAssert.assertThat(
            ProfileFits.columns(all, List.of("firms", "big-tea"))
                .selectExpr("customer_id", "fit_level_firms AS level", "`rank_big-tea` AS rank"))
        .hasRows(
            TestRows.of(spark, SharedColumns.CUSTOMER_ID, CohortColumns.LEVEL, CohortColumns.RANK)
                .row("ann", "unfit", 1)
                .row("bob", "perfect", null)
                .table());
  }

  @Test
  void a_profile_that_is_about_no_column_there_is_is_refused(SparkSession spark) {
    Map<String, AdditionalScorecard> wrong = Map.of("firms", new AdditionalScorecard("firm", TOP));
    BadSetting problem =
        catchThrowableOfType(BadSetting.class, () -> AdditionalFit.prove(customers(spark), wrong));
    assertThat(problem)
        .hasMessageStartingWith(
            "scorecard.profiles.firms.where = \"firm\": there is no column firm");
  }

  private static Dataset<Row> customers(SparkSession spark) {
    return TestRows.of(
            spark,
            SharedColumns.AS_OF,
            SharedColumns.CUSTOMER_ID,
            FeatureColumns.FREQUENCY,
            FeatureColumns.ORDER_VALUE,
            FeatureColumns.NET_SALES_LIFETIME,
            ValueColumns.EXPECTED_NET_SALES,
            RfmColumns.RECENCY_SCORE,
            RfmColumns.FREQUENCY_SCORE,
            RfmColumns.MONETARY_SCORE,
            FeatureColumns.DAYS_SINCE_LAST_ORDER,
            FeatureColumns.DAYS_SINCE_LAST_EVENT)
        .row(DAY, "ann", 1, 100, "10", 5.0, 1, 1, 1, 1, null)
        .row(DAY, "bob", 2, 200, "10", 5.0, 1, 1, 1, 1, null)
        .row(DAY, "a person", 9, 20, "10", 5.0, 1, 1, 1, 1, null)
        .row(DAY, "another", 8, null, "10", 5.0, 1, 1, 1, 1, null)
        .table();
  }
}
