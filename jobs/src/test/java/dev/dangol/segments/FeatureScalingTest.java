package dev.dangol.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class FeatureScalingTest {
  private static final int MANY = 10_000;

  @Test
  void normal_values_keep_their_standard_deviations() {
    Random random = new Random(1);
    FeatureScaling scaling =
        scaling(DoubleStream.generate(() -> 50 + 10 * random.nextGaussian()).limit(MANY));

    assertThat(scaling.unit()).isZero();
    assertThat(scaling.scale(50)).isCloseTo(0, within(0.05));
    assertThat(scaling.scale(70)).isCloseTo(2, within(0.1));
    assertThat(scaling.scale(1000)).isEqualTo(FeatureScaling.FURTHEST);
  }

  @Test
  void skewed_values_are_taken_by_their_logarithm() {
    FeatureScaling scaling = scaling(logNormal());

    assertThat(scaling.unit()).isCloseTo(20, within(1.0));
    assertThat(scaling.scale(300)).isLessThan(3.5 * scaling.scale(60));
  }

  @Test
  void the_currency_does_not_matter() {
    FeatureScaling won = scaling(logNormal().map(x -> x * 1024));
    FeatureScaling euro = scaling(logNormal());

    for (double value : new double[] {0, 3, 20, 80, 500, 5000}) {
      assertThat(won.scale(1024 * value)).isCloseTo(euro.scale(value), within(1e-12));
    }
  }

  @Test
  void amounts_below_zero_are_mirrored() {
    FeatureScaling scaling =
        scaling(DoubleStream.concat(logNormal(), logNormal().map(x -> -x / 9)));

    assertThat(scaling.unit()).isPositive();
    assertThat(scaling.scale(-100)).isLessThan(scaling.scale(-1));
    assertThat(scaling.scale(-1)).isLessThan(scaling.scale(1));
  }

  @Test
  void where_most_have_nothing_the_few_are_still_within_reach() {
    FeatureScaling scaling =
        scaling(
            DoubleStream.concat(zeros(9500), DoubleStream.iterate(1, x -> x % 9 + 1).limit(500)));

    assertThat(scaling.spread()).isPositive();
    assertThat(scaling.scale(0)).isZero();
    assertThat(scaling.scale(1)).isPositive().isLessThan(scaling.scale(9));
    assertThat(scaling.beyond(9)).isFalse();
    assertThat(scaling.beyond(1e15)).isTrue();
  }

  @Test
  void one_of_twenty_cannot_hide_by_moving_the_bounds() {
    double[] values = DoubleStream.iterate(10, x -> x + 1).limit(20).toArray();
    values[19] = 1e15;

    FeatureScaling scaling = FeatureScaling.of(0, values);

    assertThat(scaling.beyond(1e15)).isTrue();
    assertThat(scaling.beyond(28)).isFalse();
  }

  @Test
  void nobody_is_set_aside_among_a_handful() {
    assertThat(FeatureScaling.of(0, new double[] {1, 2, 3, 1e15}).beyond(1e15)).isFalse();
  }

  @Test
  void ordinary_tails_stay() {
    Random random = new Random(4);
    double[] waiting =
        DoubleStream.generate(() -> -Math.log(random.nextDouble())).limit(MANY).sorted().toArray();
    double[] spending = logNormal().sorted().toArray();

    assertThat(share(waiting)).isLessThan(0.001);
    assertThat(share(spending)).isLessThan(0.001);
  }

  @Test
  void missing_and_infinite_values_stand_at_the_median() {
    FeatureScaling scaling = scaling(logNormal());

    assertThat(scaling.scale(Double.NaN)).isZero();
    assertThat(scaling.scale(Double.POSITIVE_INFINITY)).isZero();
    assertThat(scaling.beyond(Double.NaN)).isFalse();
    assertThat(scaling.scale(scaling.fill())).isZero();
  }

  private static double share(double[] sorted) {
    FeatureScaling scaling = FeatureScaling.of(0, sorted);
    return (double) Arrays.stream(sorted).filter(scaling::beyond).count() / sorted.length;
  }

  private static FeatureScaling scaling(DoubleStream values) {
    return FeatureScaling.of(0, values.sorted().toArray());
  }

  private static DoubleStream zeros(int count) {
    return DoubleStream.generate(() -> 0).limit(count);
  }

  private static DoubleStream logNormal() {
    Random random = new Random(2);
    return DoubleStream.generate(() -> 20 * Math.exp(1.5 * random.nextGaussian())).limit(MANY);
  }
}
