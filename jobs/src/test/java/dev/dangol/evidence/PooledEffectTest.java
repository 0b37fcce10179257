package dev.dangol.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.evidence.PooledEffect.TrialEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PooledEffectTest {
  private static final double DEVIATE = 1.959963984540054;

  /**
   * The thirteen trials of the BCG vaccine (Colditz and others, Journal of the American Medical
   * Association 271, 1994): cases and others among the vaccinated, then among the controls.
   */
  private static final int[][] TRIALS = {
    {4, 119, 11, 128},
    {6, 300, 29, 274},
    {3, 228, 11, 209},
    {62, 13536, 248, 12619},
    {33, 5036, 47, 5761},
    {180, 1361, 372, 1079},
    {8, 2537, 10, 619},
    {505, 87886, 499, 87892},
    {29, 7470, 45, 7232},
    {17, 1699, 65, 1600},
    {186, 50448, 141, 27197},
    {5, 2493, 3, 2338},
    {27, 16886, 29, 17825}
  };

  /**
   * Published with the R package metafor (Viechtbauer, 2010): the model of one common effect. Its
   * error of 0.0405 is that of independent trials; the one for trials that err together is worked
   * out here.
   */
  @Test
  void the_trials_of_the_bcg_vaccine_pool_to_what_is_published() {
    List<TrialEffect> effects = new ArrayList<>();
    double precisions = 0;
    double weights = 0;
    for (int[] trial : TRIALS) {
      double treated = trial[0] + trial[1];
      double control = trial[2] + trial[3];
      double risk = Math.log(trial[0] / treated / (trial[2] / control));
      double error = Math.sqrt(1.0 / trial[0] - 1 / treated + 1.0 / trial[2] - 1 / control);
      effects.add(new TrialEffect(risk, risk - DEVIATE * error, risk + DEVIATE * error));
      precisions += 1 / error;
      weights += 1 / error / error;
    }

    PooledEffect pooled = PooledEffect.of(effects);

    assertThat(pooled.effect()).isCloseTo(-0.4303, within(5e-5));
    assertThat(1 / Math.sqrt(weights)).isCloseTo(0.0405, within(5e-5));
    assertThat((pooled.high() - pooled.low()) / 2 / DEVIATE)
        .isCloseTo(precisions / weights, within(1e-12))
        .isGreaterThan(0.0405);
    assertThat(pooled.q()).isCloseTo(152.2330, within(5e-4));
    assertThat(pooled.iSquared().orElseThrow()).isCloseTo(0.9212, within(5e-5));
    assertThat(pooled.pValue().orElseThrow()).isLessThan(1e-4);
  }

  @Test
  void one_campaign_alone_is_itself() {
    PooledEffect pooled = PooledEffect.of(List.of(new TrialEffect(0.5, 0.1, 0.9)));

    assertThat(pooled.effect()).isEqualTo(0.5);
    assertThat(pooled.low()).isCloseTo(0.1, within(1e-12));
    assertThat(pooled.high()).isCloseTo(0.9, within(1e-12));
    assertThat(pooled.pValue()).isEmpty();
    assertThat(pooled.iSquared()).isEmpty();
  }

  @Test
  void a_planted_effect_lies_in_the_interval_and_a_planted_null_is_not_claimed() {
    int held = 0;
    int claimed = 0;
    int uneven = 0;
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      PooledEffect some = PooledEffect.of(drawn(random, 0.3, false));
      PooledEffect none = PooledEffect.of(drawn(random, 0, false));
      held += holds(some, 0.3) ? 1 : 0;
      claimed += holds(none, 0) ? 0 : 1;
      uneven += none.pValue().orElseThrow() < 0.05 ? 1 : 0;
    }
    assertThat(held).isGreaterThan(366);
    assertThat(claimed).isLessThan(34);
    assertThat(uneven).isBetween(6, 34);
  }

  /** Of one control group for all campaigns, which makes all of them look as good, or as bad. */
  @Test
  void effects_that_err_together_are_not_claimed_more_often() {
    int held = 0;
    int claimed = 0;
    Random random = new Random(1);
    for (int draw = 0; draw < 400; draw++) {
      held += holds(PooledEffect.of(drawn(random, 0.3, true)), 0.3) ? 1 : 0;
      claimed += holds(PooledEffect.of(drawn(random, 0, true)), 0) ? 0 : 1;
    }
    assertThat(held).isBetween(366, 394);
    assertThat(claimed).isBetween(6, 34);
  }

  private static boolean holds(PooledEffect pooled, double truth) {
    return pooled.low() <= truth && truth <= pooled.high();
  }

  private static List<TrialEffect> drawn(Random random, double truth, boolean together) {
    List<TrialEffect> effects = new ArrayList<>();
    double chance = random.nextGaussian();
    for (int campaign = 0; campaign < 6; campaign++) {
      double error = 0.05 + 0.2 * random.nextDouble();
      double effect = truth + error * (together ? chance : random.nextGaussian());
      effects.add(new TrialEffect(effect, effect - DEVIATE * error, effect + DEVIATE * error));
    }
    return effects;
  }

  @Test
  void effects_without_a_width_cannot_be_weighed() {
    assertThat(new TrialEffect(0.1, 0.1, 0.1).isWeighed()).isFalse();
    assertThat(new TrialEffect(0.1, Double.NaN, Double.NaN).isWeighed()).isFalse();
    assertThat(new TrialEffect(0.1, 0, 0.2).isWeighed()).isTrue();
  }
}
