package dev.dangol.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.value.model.HoldoutOutcomes.HoldoutOutcome;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;

class ForecastAccuracyTest {
  /** Customer i has frequency i and buys what is given. */
  private static HoldoutOutcomes outcomes(double... later) {
    List<HoldoutOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < later.length; i++) {
      outcomes.add(new HoldoutOutcome(new PurchaseHistory(i, i, 50), later[i], 1));
    }
    return HoldoutOutcomes.of(outcomes);
  }

  @Test
  void what_comes_as_expected_is_without_error() {
    ForecastAccuracy judgement =
        ForecastAccuracy.of(outcomes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), PurchaseHistory::frequency);
    assertThat(judgement.error()).isZero();
    assertThat(judgement.bias()).isZero();
    assertThat(judgement.rankCorrelation()).isCloseTo(1, within(1e-12));
    assertThat(judgement.topTenth()).isEqualTo(1);
    assertThat(judgement.buckets()).hasSize(10);
    assertThat(judgement.buckets().get(9))
        .isEqualTo(new ForecastAccuracy.CalibrationBucket(10, 9, 9, 1));
  }

  @Test
  void error_bias_and_ranks_are_those_of_a_plain_computation() {
    double[] later = {0, 3, 0, 1, 1, 0, 4, 2, 9, 0, 5, 1};
    double[] expected = new double[later.length];
    double difference = 0;
    double total = 0;
    for (int i = 0; i < later.length; i++) {
      expected[i] = Math.floor(i / 3.0);
      difference += Math.abs(expected[i] - later[i]);
      total += expected[i];
    }
    ForecastAccuracy judgement =
        ForecastAccuracy.of(outcomes(later), history -> Math.floor(history.frequency() / 3));
    assertThat(judgement.error()).isCloseTo(difference / later.length, within(1e-12));
    assertThat(judgement.bias()).isCloseTo(total / 26 - 1, within(1e-12));
    assertThat(judgement.rankCorrelation())
        .isCloseTo(new SpearmansCorrelation().correlation(expected, later), within(1e-12));
  }

  @Test
  void customers_counted_together_weigh_as_many_as_they_are() {
    HoldoutOutcomes together =
        HoldoutOutcomes.of(
            List.of(
                new HoldoutOutcome(new PurchaseHistory(0, 0, 50), 0, 3),
                new HoldoutOutcome(new PurchaseHistory(0, 0, 50), 1, 1),
                new HoldoutOutcome(new PurchaseHistory(5, 40, 50), 2, 2)));
    List<HoldoutOutcome> apart = new ArrayList<>();
    for (HoldoutOutcome outcome : together.all()) {
      for (int i = 0; i < outcome.customers(); i++) {
        apart.add(new HoldoutOutcome(outcome.before(), outcome.later(), 1));
      }
    }
    assertThat(ForecastAccuracy.of(together, PurchaseHistory::recency))
        .usingRecursiveComparison()
        .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1, Double.class)
        .isEqualTo(ForecastAccuracy.of(HoldoutOutcomes.of(apart), PurchaseHistory::recency));
  }

  @Test
  void the_best_tenth_is_found_by_half_where_half_of_it_was_foretold() {
    double[] later = new double[20];
    later[18] = 7;
    later[3] = 6;
    ForecastAccuracy judgement = ForecastAccuracy.of(outcomes(later), PurchaseHistory::frequency);
    assertThat(judgement.topTenth()).isEqualTo(0.5);
    ForecastAccuracy blind = ForecastAccuracy.of(outcomes(later), history -> 1);
    assertThat(blind.topTenth()).isCloseTo(0.1, within(1e-12));
    assertThat(blind.rankCorrelation()).isNaN();
  }

  @Test
  void nobody_and_no_purchases_give_no_numbers() {
    ForecastAccuracy nobody = ForecastAccuracy.of(outcomes(), PurchaseHistory::frequency);
    assertThat(nobody.error()).isNaN();
    assertThat(nobody.topTenth()).isNaN();
    assertThat(nobody.buckets()).isEmpty();
    ForecastAccuracy silence = ForecastAccuracy.of(outcomes(0, 0, 0), PurchaseHistory::frequency);
    assertThat(silence.bias()).isNaN();
    assertThat(silence.rankCorrelation()).isNaN();
    assertThat(silence.topTenth()).isNaN();
    assertThat(silence.error()).isEqualTo(1);
  }
}
