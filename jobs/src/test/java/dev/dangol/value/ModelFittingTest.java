package dev.dangol.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.config.ValueSettings;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import dev.dangol.value.fitting.FailedFit;
import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.FitRules;
import dev.dangol.value.fitting.ParameterEstimate;
import dev.dangol.value.model.CdnowData;
import dev.dangol.value.model.GammaGamma;
import dev.dangol.value.model.HistoryCounts;
import dev.dangol.value.model.PurchaseModel;
import dev.dangol.value.model.RepeatSpend;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ModelFittingTest {
  private static ValueSettings settings(int maxTriples) {
    return new ValueSettings(
        OptionalDouble.empty(),
        List.of("bg-nbd", "mbg-nbd"),
        List.of(30),
        0.1,
        12,
        50,
        0,
        maxTriples);
  }

  private static TestRows features(SparkSession spark) {
    return TestRows.of(
        spark,
        FeatureColumns.FREQUENCY,
        FeatureColumns.RECENCY_DAYS,
        FeatureColumns.AGE_DAYS,
        FeatureColumns.MONETARY_VALUE);
  }

  private static Dataset<Row> cdnow(SparkSession spark) {
    TestRows rows = features(spark);
    for (double[] history : CdnowData.histories()) {
      for (int i = 0; i < history[3]; i++) {
        rows.row((int) history[0], (int) history[1], (int) history[2], null);
      }
    }
    return rows.table();
  }

  private static void isNear(ParameterEstimate actual, ParameterEstimate expected, double errors) {
    expected
        .parameters()
        .forEach(
            (name, value) ->
                assertThat(actual.parameters().get(name))
                    .as(name)
                    .isCloseTo(value, within(errors * expected.standardErrors().get(name))));
  }

  @Test
  void customers_with_the_same_history_are_counted_together(SparkSession spark) {
    Dataset<Row> features =
        features(spark)
            .row(0, 0, 40, null)
            .row(2, 30, 40, "5")
            .row(0, 0, 40, null)
            .row(2, 30, 41, "5")
            .table();
    HistoryCounts triples = new ModelFitting(settings(10)).triples(features);
    assertThat(triples.size()).isEqualTo(3);
    assertThat(triples.customers(0)).isEqualTo(2);
    assertThat(triples.age(0)).isEqualTo(40 / 7.0);
    assertThat(triples.frequency(1)).isEqualTo(2);
    assertThat(triples.recency(1)).isEqualTo(30 / 7.0);
  }

  @Test
  void a_fit_on_the_cluster_is_the_fit_in_memory(SparkSession spark) {
    ModelFitting fit = new ModelFitting(settings(100_000));
    Map<String, FitResult> found = fit.purchases(fit.triples(cdnow(spark)));
    assertThat(found).containsOnlyKeys("bg-nbd", "mbg-nbd");
    ParameterEstimate plain =
        (ParameterEstimate) PurchaseModel.byName("bg-nbd").fit(CdnowData.triples(), FitRules.USUAL);
    assertThat(((ParameterEstimate) found.get("bg-nbd")).values()).containsExactly(plain.values());
  }

  @Test
  void rows_in_another_order_and_other_partitions_change_nothing(SparkSession spark) {
    ModelFitting fit = new ModelFitting(settings(100_000));
    Dataset<Row> shuffled = cdnow(spark).orderBy(functions.rand(3)).repartition(5);
    ParameterEstimate one =
        (ParameterEstimate) fit.purchases(fit.triples(cdnow(spark))).get("mbg-nbd");
    ParameterEstimate other =
        (ParameterEstimate) fit.purchases(fit.triples(shuffled)).get("mbg-nbd");
    assertThat(other.values()).containsExactly(one.values());
  }

  @Test
  void above_the_bound_days_are_counted_in_weeks(SparkSession spark) {
    ModelFitting exact = new ModelFitting(settings(100_000));
    ModelFitting bounded = new ModelFitting(settings(700));
    HistoryCounts days = exact.triples(cdnow(spark));
    HistoryCounts weeks = bounded.triples(cdnow(spark));
    assertThat(days.size()).isEqualTo(1016);
    assertThat(weeks.size()).isBetween(100, 700);
    assertThat(weeks.customers()).isEqualTo(days.customers());
    assertThat(weeks.repeatPurchases()).isEqualTo(days.repeatPurchases());
    assertThat(weeks.weeks()).isCloseTo(days.weeks(), within(1e-6));
    ParameterEstimate expected = (ParameterEstimate) exact.purchases(days).get("bg-nbd");
    isNear((ParameterEstimate) bounded.purchases(weeks).get("bg-nbd"), expected, 0.2);
  }

  @Test
  void a_bound_that_cannot_be_kept_loses_nobody(SparkSession spark) {
    HistoryCounts triples = new ModelFitting(settings(1)).triples(cdnow(spark));
    assertThat(triples.customers()).isEqualTo(2357);
    assertThat(triples.repeatPurchases()).isEqualTo(2457);
  }

  @Test
  void without_customers_there_is_a_reason(SparkSession spark) {
    ModelFitting fit = new ModelFitting(settings(10));
    Dataset<Row> nobody = features(spark).table();
    assertThat(fit.purchases(fit.triples(nobody)).values())
        .hasSize(2)
        .allSatisfy(result -> assertThat(result).isInstanceOf(FailedFit.class));
    assertThat(fit.gammaGamma(fit.spend(nobody))).isInstanceOf(FailedFit.class);
  }

  @Test
  void spend_is_counted_of_repeat_buyers_who_spent_something(SparkSession spark) {
    Dataset<Row> features =
        features(spark)
            .row(0, 0, 40, null)
            .row(2, 30, 40, "10")
            .row(2, 31, 40, "10.05")
            .row(2, 31, 40, "20")
            .row(3, 31, 40, "10")
            .row(1, 31, 40, "0")
            .row(1, 31, 40, "-5.50")
            .row(1, 31, 40, "123456789012345.5")
            .table();
    RepeatSpend spend = new ModelFitting(settings(10)).spend(features);
    assertThat(spend.customers()).isEqualTo(5);
    assertThat(spend.size()).isEqualTo(4);
    assertThat(spend.mean()).isCloseTo((10 + 10.05 + 20 + 10 + 123456789012345.5) / 5, within(1.0));
  }

  @Test
  void spend_in_bins_is_as_good_as_exact(SparkSession spark) {
    TestRows rows = features(spark);
    for (double[] group : CdnowData.spending()) {
      for (int i = 0; i < group[2]; i++) {
        rows.row((int) group[0], 7, 40, Double.toString(group[1]));
      }
    }
    ModelFitting fit = new ModelFitting(settings(10));
    ParameterEstimate exact =
        (ParameterEstimate) new GammaGamma().fit(CdnowData.spend(), FitRules.USUAL);
    isNear((ParameterEstimate) fit.gammaGamma(fit.spend(rows.table())), exact, 0.01);
  }
}
