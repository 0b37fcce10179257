package dev.dangol.value.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SalesTrialTest {
  private static double[] draws(int size, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, size).mapToDouble(i -> random.nextDouble()).toArray();
  }

  /** Net sales of which two thirds are nothing, and some are large. */
  private static double[] later(int size, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, size)
        .mapToDouble(i -> random.nextInt(3) > 0 ? 0 : Math.exp(3 + random.nextGaussian()))
        .toArray();
  }

  private static double naive(double[] scores, double[] later, int most) {
    return IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -scores[i]))
            .limit(most)
            .mapToDouble(i -> later[i])
            .sum()
        / Arrays.stream(later).sum();
  }

  @Test
  void shares_are_those_of_the_customers_with_the_highest_scores() {
    double[] later = later(500, 1);
    double[] scores = draws(500, 2);
    SalesTrial trial = new SalesTrial(later);
    trial.add("one", scores, PowerCalibration::fit);
    SalesScore score = trial.score("one");
    assertThat(score.topTenth()).isCloseTo(naive(scores, later, 50), within(1e-9));
    assertThat(score.topFifth()).isCloseTo(naive(scores, later, 100), within(1e-9));
    assertThat(score.accuracy().buckets()).isNotEmpty();
  }

  @Test
  void equal_scores_share_what_chance_would_give() {
    double[] later = later(500, 3);
    SalesTrial trial = new SalesTrial(later);
    trial.add("same", new double[500], PowerCalibration::fit);
    assertThat(trial.score("same").topTenth()).isCloseTo(0.1, within(1e-9));
    assertThat(trial.score("same").topFifth()).isCloseTo(0.2, within(1e-9));
  }

  @Test
  void foresight_beats_chance_and_nothing_beats_itself() {
    double[] later = later(500, 4);
    SalesTrial trial = new SalesTrial(later);
    trial.add("foresight", later, PowerCalibration::fit);
    trial.add("chance", draws(500, 5), PowerCalibration::fit);
    trial.add("again", later, RankCurve::fit);
    assertThat(trial.beats("foresight", "chance")).isTrue();
    assertThat(trial.beats("chance", "foresight")).isFalse();
    assertThat(trial.beats("again", "foresight")).isFalse();
    assertThat(trial.score("foresight").accuracy().bias()).isCloseTo(0, within(0.05));
  }

  @Test
  void of_two_orders_by_chance_one_beats_the_other_seldom() {
    int wins = 0;
    for (int seed = 0; seed < 400; seed++) {
      SalesTrial trial = new SalesTrial(later(400, seed));
      trial.add("one", draws(400, 1_000 + seed), PowerCalibration::fit);
      trial.add("other", draws(400, 2_000 + seed), PowerCalibration::fit);
      wins += trial.beats("one", "other") ? 1 : 0;
    }
    assertThat(wins).as("5 % of 400, and three standard errors more").isLessThanOrEqualTo(33);
  }

  @Test
  void one_customer_with_nearly_everything_decides_nothing() {
    double[] later = later(500, 6);
    later[17] = 1e7;
    double[] lucky = draws(500, 7);
    lucky[17] = 2;
    SalesTrial trial = new SalesTrial(later);
    trial.add("lucky", lucky, PowerCalibration::fit);
    double[] unlucky = draws(500, 8);
    unlucky[17] = -1;
    trial.add("unlucky", unlucky, PowerCalibration::fit);
    assertThat(trial.score("lucky").topTenth()).isGreaterThan(0.99);
    assertThat(trial.beats("lucky", "unlucky")).isFalse();
  }
}
