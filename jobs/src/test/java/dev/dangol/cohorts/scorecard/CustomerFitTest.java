package dev.dangol.cohorts.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.ScorecardSettings;
import dev.dangol.config.ScorecardSettings.ScorecardCriterion;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.RfmColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.ValueColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class CustomerFitTest {
  private static final String DAY = "2026-03-01";
  private static final ScorecardCriterion OFTEN =
      new ScorecardCriterion("often", "frequency", 2, 2, 5);
  private static final ScorecardCriterion CONTENT =
      new ScorecardCriterion("content", "refund_share", 1, 0.5, 0.1);

  @Test
  void points_levels_ranks_and_thirds(SparkSession spark) {
    TestRows fit =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            CohortColumns.POINTS,
            CohortColumns.FIT_SCORE,
            CohortColumns.FIT_LEVEL,
            CohortColumns.RANK,
            CohortColumns.FIT_GRADE,
            CohortColumns.ENGAGEMENT_GRADE,
            CohortColumns.LIFT_1,
            CohortColumns.LIFT_2);
    fit.row("ann", 100, 64.880952, "perfect", 1, "A", "1", null, null)
        .row("bob", 50, 48.214286, "viable", 5, "B", "2", "often", "content")
        .row("cho nothing refunded yet", 0, 31.547619, "unfit", 7, "C", "3", "often", null)
        .row("dan not measured", null, 46.428571, "unfit", 6, "C", "3", null, null)
        .row("eve", 66.666667, 53.769841, "viable", 3, "B", "2", "often", null)
        .row("fay as eve", 66.666667, 53.769841, "viable", 4, "B", "2", "often", null)
        .row("gil bought more", 66.666667, 66.269841, "viable", 2, "B", "1", "often", null);
    TableAssert.assertThat(CustomerFit.of(features(spark), card(OFTEN, CONTENT)))
        .hasRows(fit.table());
  }

  @Test
  void viable_on_every_criterion_is_50_points_whatever_the_weights(SparkSession spark) {
    ScorecardSettings card =
        card(
            new ScorecardCriterion("a", "frequency", 0.1, 1, 10),
            new ScorecardCriterion("b", "orders_lifetime", 0.2, 1, 10),
            new ScorecardCriterion("c", "recency_days", 0.3, 1, 10));
    TestRows fit =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            CohortColumns.POINTS,
            CohortColumns.FIT_SCORE,
            CohortColumns.FIT_LEVEL,
            CohortColumns.RANK,
            CohortColumns.ENGAGEMENT_GRADE,
            CohortColumns.LIFT_1,
            CohortColumns.LIFT_2);
    fit.row("ann", 50, 50, "viable", 1, "2", "c", "b")
        .row("bob", 50, 50, "viable", 2, "2", "c", "b");
    TableAssert.assertThat(CustomerFit.of(alike(spark), card)).hasRows(fit.table());
  }

  @Test
  void the_greatest_gain_lifts_first_then_the_nearest_cut(SparkSession spark) {
    ScorecardSettings card =
        card(
            new ScorecardCriterion("far", "frequency", 1.5, 1, 20),
            new ScorecardCriterion("near", "orders_lifetime", 1.5, 1, 6),
            new ScorecardCriterion("leaps", "recency_days", 1, 10, 10));
    TestRows lifts =
        TestRows.of(spark, SharedColumns.CUSTOMER_ID, CohortColumns.LIFT_1, CohortColumns.LIFT_2);
    lifts.row("ann", "leaps", "near").row("bob", "leaps", "near");
    TableAssert.assertThat(CustomerFit.of(alike(spark), card)).hasRows(lifts.table());
  }

  private static ScorecardSettings card(ScorecardCriterion... criteria) {
    return new ScorecardSettings(List.of(criteria), 50, 75);
  }

  private static Dataset<Row> features(SparkSession spark) {
    return TestRows.of(
            spark,
            SharedColumns.AS_OF,
            SharedColumns.CUSTOMER_ID,
            FeatureColumns.FREQUENCY,
            FeatureColumns.REFUND_SHARE,
            FeatureColumns.NET_SALES_LIFETIME,
            ValueColumns.EXPECTED_NET_SALES,
            RfmColumns.RECENCY_SCORE,
            RfmColumns.FREQUENCY_SCORE,
            RfmColumns.MONETARY_SCORE,
            FeatureColumns.DAYS_SINCE_LAST_ORDER,
            FeatureColumns.DAYS_SINCE_LAST_EVENT)
        .row(DAY, "ann", 5, 0.1, "10", null, 1, 1, 1, 100, 1)
        .row(DAY, "bob", 2, 0.5, "10", null, 1, 1, 1, 9, null)
        .row(DAY, "cho nothing refunded yet", 0, null, "10", null, 1, 1, 1, 50, 70)
        .row(DAY, "dan not measured", null, null, "10", null, 1, 1, 1, 60, null)
        .row(DAY, "fay as eve", 2, 0.1, "10", null, 1, 1, 1, 3, null)
        .row(DAY, "eve", 2, 0.1, "10", null, 1, 1, 1, 3, null)
        .row(DAY, "gil bought more", 2, 0.1, "20", null, 1, 1, 1, 2, null)
        .table();
  }

  @Test
  void nobody_fits_who_is_unfit_on_what_is_required_and_the_unknown_stops_nobody(
      SparkSession spark) {
    TestRows fit =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            CohortColumns.POINTS,
            CohortColumns.FIT_LEVEL,
            CohortColumns.VETOED_BY,
            CohortColumns.RANK,
            CohortColumns.FIT_GRADE,
            CohortColumns.LIFT_1);
    fit.row("ann", 100, "perfect", null, 1, "A", null)
        .row("bob", 50, "unfit", "content", 2, "C", "content")
        .row("cho", 0, "unfit", null, 3, "C", "often");
    Dataset<Row> customers =
        TestRows.of(
                spark,
                SharedColumns.AS_OF,
                SharedColumns.CUSTOMER_ID,
                FeatureColumns.FREQUENCY,
                FeatureColumns.REFUND_SHARE,
                FeatureColumns.NET_SALES_LIFETIME,
                ValueColumns.EXPECTED_NET_SALES,
                RfmColumns.RECENCY_SCORE,
                RfmColumns.FREQUENCY_SCORE,
                RfmColumns.MONETARY_SCORE,
                FeatureColumns.DAYS_SINCE_LAST_ORDER,
                FeatureColumns.DAYS_SINCE_LAST_EVENT)
            .row(DAY, "ann", 9, 0.1, "10", null, 1, 1, 1, 100, 1)
            .row(DAY, "bob", 9, 0.51, "10", null, 1, 1, 1, 9, null)
            .row(DAY, "cho", 0, null, "10", null, 1, 1, 1, 50, 70)
            .table();
    ScorecardCriterion often = new ScorecardCriterion("often", "frequency", 1, 2, 5);
    ScorecardCriterion content =
        new ScorecardCriterion("content", "refund_share", 1, 0.5, 0.1).asRequired();
    TableAssert.assertThat(CustomerFit.of(customers, card(often, content))).hasRows(fit.table());
  }

  @Test
  void without_a_customer_there_is_no_row_and_one_alone_is_in_the_middle(SparkSession spark) {
    ScorecardCriterion often =
        new ScorecardCriterion("often", "frequency", 1, 50, 51).byPercentile();
    Dataset<Row> nobody = CustomerFit.of(features(spark).limit(0), card(often));
    assertThat(nobody.collectAsList()).isEmpty();
    TestRows fit =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            CohortColumns.POINTS,
            CohortColumns.FIT_SCORE,
            CohortColumns.RANK);
    Dataset<Row> one = features(spark).where(SharedColumns.CUSTOMER_ID.col().equalTo("ann"));
    TableAssert.assertThat(CustomerFit.of(one, card(often)))
        .hasRows(fit.row("ann", 50, 50, 1).table());
  }

  @Test
  void of_those_with_the_same_score_who_is_expected_to_bring_more_comes_first(SparkSession spark) {
    ScorecardCriterion often = new ScorecardCriterion("often", "frequency", 1, 1, 2);
    Dataset<Row> customers =
        TestRows.of(
                spark,
                SharedColumns.AS_OF,
                SharedColumns.CUSTOMER_ID,
                FeatureColumns.FREQUENCY,
                FeatureColumns.NET_SALES_LIFETIME,
                ValueColumns.EXPECTED_NET_SALES,
                RfmColumns.RECENCY_SCORE,
                RfmColumns.FREQUENCY_SCORE,
                RfmColumns.MONETARY_SCORE,
                FeatureColumns.DAYS_SINCE_LAST_ORDER,
                FeatureColumns.DAYS_SINCE_LAST_EVENT)
            .row(DAY, "ann", 2, "30", 10.0, 1, 1, 1, 1, null)
            .row(DAY, "bob", 2, "20", 20.0, 1, 1, 1, 1, null)
            .row(DAY, "cho", 2, "10", 30.0, 1, 1, 1, 1, null)
            .row(DAY, "dan is unfit and brings most", 0, "99", 99.0, 1, 1, 1, 1, null)
            .table();
    TestRows fit =
        TestRows.of(spark, SharedColumns.CUSTOMER_ID, CohortColumns.FIT_SCORE, CohortColumns.RANK);
    fit.row("ann", 62.5, 3)
        .row("bob", 62.5, 2)
        .row("cho", 62.5, 1)
        .row("dan is unfit and brings most", 45.833333, 4);
    TableAssert.assertThat(CustomerFit.of(customers, card(often))).hasRows(fit.table());
  }

  private static Dataset<Row> alike(SparkSession spark) {
    return TestRows.of(
            spark,
            SharedColumns.AS_OF,
            SharedColumns.CUSTOMER_ID,
            FeatureColumns.FREQUENCY,
            FeatureColumns.ORDERS_LIFETIME,
            FeatureColumns.RECENCY_DAYS,
            FeatureColumns.NET_SALES_LIFETIME,
            ValueColumns.EXPECTED_NET_SALES,
            RfmColumns.RECENCY_SCORE,
            RfmColumns.FREQUENCY_SCORE,
            RfmColumns.MONETARY_SCORE,
            FeatureColumns.DAYS_SINCE_LAST_ORDER,
            FeatureColumns.DAYS_SINCE_LAST_EVENT)
        .row(DAY, "ann", 5, 5, 5, "10", null, 1, 1, 1, 4, null)
        .row(DAY, "bob", 5, 5, 5, "10", null, 1, 1, 1, 4, null)
        .table();
  }
}
