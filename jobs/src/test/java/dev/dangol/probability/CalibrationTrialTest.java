package dev.dangol.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.probability.CalibrationTrial.TrialResult;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Predictions that are right, shifted, stretched, and about nothing. */
class CalibrationTrialTest {
  private static final int PEOPLE = 20_000;

  /** Log-odds with a spread of 1.5, and outcomes by log-odds made of them. */
  private static CalibrationTrial trial(int people, long seed, DoubleUnaryOperator truth) {
    Random random = new Random(seed);
    double[] margins = new double[people];
    double[] outcomes = new double[people];
    boolean[] halves = new boolean[people];
    for (int i = 0; i < people; i++) {
      margins[i] = 1.5 * random.nextGaussian();
      double odds = truth.applyAsDouble(margins[i]);
      outcomes[i] = random.nextDouble() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
      halves[i] = random.nextBoolean();
    }
    return new CalibrationTrial(margins, outcomes, halves);
  }

  @Test
  void probabilities_that_come_true_stay_as_they_are() {
    TrialResult result = trial(PEOPLE, 1, odds -> odds).result();

    for (double margin : new double[] {-3, -1, 0, 1, 3}) {
      assertThat(result.scaling().probability(margin))
          .isCloseTo(BetaScaling.AS_IS.probability(margin), within(0.02));
    }
    assertThat(result.buckets()).hasSize(10);
    assertThat(result.buckets().stream().mapToLong(CalibrationBucket::people).sum())
        .isEqualTo(PEOPLE);
    assertThat(result.buckets()).extracting(CalibrationBucket::people).containsOnly(2000L);
    assertThat(CalibrationBucket.error(result.buckets())).isLessThan(0.015);
  }

  @Test
  void shifted_and_stretched_probabilities_are_found_out_and_corrected() {
    TrialResult result = trial(PEOPLE, 2, odds -> 0.6 * odds - 1).result();

    assertThat(result.corrected()).isTrue();
    assertThat(result.scaling().probability(0)).isCloseTo(1 / (1 + Math.E), within(0.02));
    assertThat(result.scaling().probability(2)).isCloseTo(1 / (1 + Math.exp(-0.2)), within(0.02));
    assertThat(CalibrationBucket.error(result.buckets())).isLessThan(0.015);
    assertThat(CalibrationBucket.all(result.buckets()).predicted())
        .isCloseTo(CalibrationBucket.all(result.buckets()).observed(), within(0.005));
  }

  @Test
  void log_odds_that_say_nothing_or_the_contrary_give_nearly_the_share_of_all() {
    TrialResult nothing = trial(PEOPLE, 3, odds -> -1).result();
    TrialResult contrary = trial(PEOPLE, 4, odds -> -odds).result();

    for (double margin : new double[] {-2, 0, 2}) {
      assertThat(nothing.scaling().probability(margin)).isCloseTo(1 / (1 + Math.E), within(0.04));
      assertThat(contrary.scaling().probability(margin)).isCloseTo(0.5, within(0.02));
    }
    assertThat(CalibrationBucket.error(nothing.buckets())).isLessThan(0.015);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void where_all_outcomes_are_alike_the_share_is_close_to_them(int outcome) {
    double[] margins = {-1, 0, 1, 2};
    double[] outcomes = {outcome, outcome, outcome, outcome};
    CalibrationTrial trial =
        new CalibrationTrial(margins, outcomes, new boolean[] {true, false, true, false});
    TrialResult result = trial.result();

    assertThat(result.scaling().probability(5)).isBetween(0.0, 1.0);
    assertThat(result.buckets()).allMatch(bucket -> bucket.observed() == outcome);
    assertThat(trial.auc()).isEmpty();
  }

  @Test
  void nobody_is_tried_without_a_fault() {
    TrialResult result =
        new CalibrationTrial(new double[0], new double[0], new boolean[0]).result();

    assertThat(result.buckets()).isEmpty();
    assertThat(CalibrationBucket.error(List.of())).isZero();
  }

  @Test
  void people_of_one_probability_stay_together() {
    double[] margins = new double[100];
    double[] outcomes = new double[100];
    for (int i = 0; i < 100; i++) {
      margins[i] = i < 50 ? -1 : 1;
      outcomes[i] = i % 50 < (i < 50 ? 13 : 37) ? 1 : 0;
    }
    TrialResult result = new CalibrationTrial(margins, outcomes, new boolean[100]).result();

    assertThat(result.corrected()).isFalse();
    assertThat(result.buckets()).extracting(CalibrationBucket::people).containsExactly(50L, 50L);
  }

  @Test
  void the_area_under_the_curve_is_the_share_of_pairs_in_the_right_order() {
    Random random = new Random(6);
    double[] margins = random.doubles(200).map(x -> Math.rint(x * 20)).toArray();
    double[] outcomes = random.doubles(200).map(x -> x < 0.3 ? 1 : 0).toArray();
    double right = 0;
    double pairs = 0;
    for (int i = 0; i < 200; i++) {
      for (int j = 0; j < 200; j++) {
        if (outcomes[i] == 1 && outcomes[j] == 0) {
          pairs++;
          right += margins[i] > margins[j] ? 1 : margins[i] == margins[j] ? 0.5 : 0;
        }
      }
    }

    assertThat(new CalibrationTrial(margins, outcomes, new boolean[200]).auc().orElseThrow())
        .isCloseTo(right / pairs, within(1e-12));
  }

  @Test
  void the_error_is_the_mean_distance_of_people_from_what_came() {
    List<CalibrationBucket> buckets =
        List.of(new CalibrationBucket(1, 30, 0.1, 0.2), new CalibrationBucket(7, 10, 0.9, 0.5));

    assertThat(CalibrationBucket.error(buckets)).isCloseTo(0.175, within(1e-12));
    assertThat(CalibrationBucket.all(buckets)).isEqualTo(new CalibrationBucket(0, 40, 0.3, 0.275));
  }
}
