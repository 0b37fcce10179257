package dev.dangol.value.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Curves from scores to amounts, and ranks. */
class SalesCalibrationTest {
  private static double[] amounts(int size, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, size).mapToDouble(i -> Math.exp(random.nextGaussian())).toArray();
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  @Test
  void a_power_that_is_there_is_found() {
    double[] predicted = amounts(500, 1);
    double mean = sum(predicted) / 500;
    double[] observed =
        Arrays.stream(predicted).map(x -> 3 * mean * Math.pow(x / mean, 0.7)).toArray();
    PowerCalibration found = PowerCalibration.fit(predicted, observed);
    assertThat(found.slope()).isCloseTo(0.7, within(1e-8));
    assertThat(found.level()).isCloseTo(3, within(1e-8));
    assertThat(found.amount(predicted[7])).isCloseTo(observed[7], within(1e-6));
  }

  @Test
  void calibrated_amounts_add_up_and_their_errors_have_no_slope() {
    double[] predicted = amounts(800, 2);
    double[] chance = amounts(800, 3);
    Random random = new Random(4);
    double[] observed =
        IntStream.range(0, 800)
            .mapToDouble(i -> random.nextInt(3) == 0 ? 5 * predicted[i] * chance[i] : 0)
            .toArray();
    PowerCalibration found = PowerCalibration.fit(predicted, observed);
    double[] amounts = Arrays.stream(predicted).map(found::amount).toArray();
    assertThat(sum(amounts)).isCloseTo(sum(observed), within(1e-6));
    assertThat(found.slope()).isBetween(0.5, 1.5);
    double slope = 0;
    for (int i = 0; i < 800; i++) {
      slope += (observed[i] - amounts[i]) * Math.log(predicted[i]);
    }
    assertThat(slope).isCloseTo(0, within(1e-5));
  }

  @Test
  void predictions_that_say_nothing_or_the_contrary_become_the_mean() {
    double[] predicted = amounts(300, 5);
    double[] contrary = Arrays.stream(predicted).map(x -> 1 / x).toArray();
    PowerCalibration found = PowerCalibration.fit(predicted, contrary);
    assertThat(found.slope()).isZero();
    assertThat(found.amount(9)).isCloseTo(sum(contrary) / 300, within(1e-9));
    double[] same = new double[300];
    assertThat(PowerCalibration.fit(same, contrary).amount(0))
        .isCloseTo(sum(contrary) / 300, within(1e-9));
    assertThat(PowerCalibration.fit(predicted, same).amount(4)).isZero();
  }

  @Test
  void ranks_count_those_below_and_half_of_the_equals() {
    double[] values = {5, 1, 3, 3, 9};
    RankScale scale = new RankScale(values);
    for (double value : values) {
      double below = Arrays.stream(values).filter(v -> v < value).count();
      double equal = Arrays.stream(values).filter(v -> v == value).count();
      assertThat(scale.rank(value)).isCloseTo((below + equal / 2) / 5, within(1e-12));
    }
    assertThat(scale.rank(0)).isZero();
    assertThat(scale.rank(10)).isEqualTo(1);
    assertThat(scale.rank(7)).isCloseTo((0.7 + 0.9) / 2, within(1e-12));
  }

  @Test
  void pooled_means_ascend_and_keep_their_sum() {
    assertThat(RankCurve.ascending(new double[] {1, 5, 3, 4, 2, 9}))
        .containsExactly(1, 3.5, 3.5, 3.5, 3.5, 9);
    assertThat(RankCurve.ascending(new double[] {3, 2, 1})).containsExactly(2, 2, 2);
  }

  @Test
  void a_curve_of_ranks_holds_the_means_and_goes_on_beyond_its_ends() {
    double[] ranks = IntStream.range(0, 1_000).mapToDouble(i -> i / 999.0).toArray();
    double[] observed = Arrays.stream(ranks).map(rank -> 100 * rank - 20).toArray();
    RankCurve curve = RankCurve.fit(ranks, observed);
    assertThat(curve.amount(0.5)).isCloseTo(30, within(1e-6));
    assertThat(curve.amount(1)).isCloseTo(80, within(1e-6));
    assertThat(curve.amount(0)).isZero();
    RankCurve few = RankCurve.fit(new double[] {0.1, 0.9}, new double[] {2, 4});
    assertThat(few.amount(0.7)).isEqualTo(3);
  }
}
