package dev.dangol.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.config.ValueSettings;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import dev.dangol.value.model.ForecastAccuracy;
import dev.dangol.value.model.HoldoutPeriod;
import dev.dangol.value.model.PurchaseForecast;
import dev.dangol.value.model.PurchaseHistory;
import dev.dangol.value.model.PurchaseModel;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class HoldoutTest {
  private static final double[] PARETO = {0.553, 10.578, 0.606, 11.669};
  private static final ModelFitting FIT =
      new ModelFitting(new ValueSettings(OptionalDouble.empty()));

  private static TestRows features(SparkSession spark) {
    return TestRows.of(
        spark,
        SharedColumns.CUSTOMER_ID,
        FeatureColumns.FREQUENCY,
        FeatureColumns.RECENCY_DAYS,
        FeatureColumns.AGE_DAYS);
  }

  private static Dataset<Row> earlier(SparkSession spark) {
    return features(spark)
        .row("ann", 2, 213, 272)
        .row("bob", 0, 0, 100)
        .row("cho", 0, 0, 100)
        .row("gone since", 1, 50, 60)
        .table();
  }

  private static Dataset<Row> later(SparkSession spark) {
    return features(spark)
        .row("ann", 5, 500, 545)
        .row("bob", 0, 0, 373)
        .row("cho", 1, 300, 373)
        .row("new", 9, 100, 101)
        .table();
  }

  @Test
  void customers_known_on_both_days_are_judged(SparkSession spark) {
    HoldoutPeriod holdout = FIT.holdout(earlier(spark), later(spark), 273);
    assertThat(holdout.weeks()).isEqualTo(39);
    assertThat(holdout.before().customers()).isEqualTo(3);
    assertThat(holdout.after().customers()).isEqualTo(3);
    assertThat(holdout.after().repeatPurchases()).isEqualTo(6);

    PurchaseModel model = PurchaseModel.byName("pareto-nbd");
    ForecastAccuracy judgement = holdout.judgement(model, PARETO);
    PurchaseForecast forecast = model.forecast(PARETO);
    double ann = forecast.expectedPurchases(PurchaseHistory.ofDays(2, 213, 272), 39);
    double others = forecast.expectedPurchases(PurchaseHistory.ofDays(0, 0, 100), 39);
    double error = Math.abs(ann - 3) + Math.abs(others) + Math.abs(others - 1);
    assertThat(judgement.error()).isCloseTo(error / 3, within(1e-12));
    assertThat(judgement.bias()).isCloseTo((ann + 2 * others) / 4 - 1, within(1e-12));
  }

  @Test
  void the_log_likelihood_of_the_span_is_what_was_added(SparkSession spark) {
    HoldoutPeriod holdout = FIT.holdout(earlier(spark), later(spark), 273);
    PurchaseModel model = PurchaseModel.byName("pareto-nbd");
    PurchaseForecast forecast = model.forecast(PARETO);
    double before =
        forecast.logLikelihood(PurchaseHistory.ofDays(2, 213, 272))
            + 2 * forecast.logLikelihood(PurchaseHistory.ofDays(0, 0, 100));
    double after =
        forecast.logLikelihood(PurchaseHistory.ofDays(5, 500, 545))
            + forecast.logLikelihood(PurchaseHistory.ofDays(0, 0, 373))
            + forecast.logLikelihood(PurchaseHistory.ofDays(1, 300, 373));
    assertThat(holdout.logLikelihood(model, PARETO)).isCloseTo(after - before, within(1e-9));
  }

  @Test
  void a_model_is_scored_by_the_chance_it_gave_to_what_happened(SparkSession spark) {
    HoldoutPeriod holdout = FIT.holdout(earlier(spark), later(spark), 273);
    PurchaseModel model = PurchaseModel.byName("pareto-nbd");
    PurchaseForecast forecast = model.forecast(PARETO);
    double ann = forecast.chanceOfPurchase(PurchaseHistory.ofDays(2, 213, 272), 39);
    double other = forecast.chanceOfPurchase(PurchaseHistory.ofDays(0, 0, 100), 39);
    double score = (Math.log(ann) + Math.log(1 - other) + Math.log(other)) / 3;
    assertThat(holdout.logScore(model, PARETO)).isCloseTo(score, within(1e-12));
  }

  @Test
  void a_purchase_that_was_taken_back_does_not_count_below_nothing(SparkSession spark) {
    Dataset<Row> corrected = features(spark).row("ann", 1, 100, 545).table();
    ForecastAccuracy judgement =
        ForecastAccuracy.of(FIT.holdout(earlier(spark), corrected, 273).outcomes(), history -> 0);
    assertThat(judgement.error()).isZero();
  }
}
