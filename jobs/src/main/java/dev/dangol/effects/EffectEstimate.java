package dev.dangol.effects;

import java.util.Optional;
import org.apache.commons.math3.special.Erf;

/**
 * Estimate of an effect, or the reason why there is none.
 *
 * @param treated customers to whom it happened and who have others like them
 * @param compared the others like them
 * @param difference mean outcome of the treated less that of the compared, weighted as the treated
 * @param low lower end of its 95 % interval
 * @param high upper end of it
 * @param alike the number of measures in which the compared had to be alike
 * @param balance the largest standardised difference of a covariate that is left
 * @param refusal the reason why it cannot be had; empty where it can
 */
public record EffectEstimate(
    long treated,
    long compared,
    double difference,
    double low,
    double high,
    int alike,
    double balance,
    Optional<String> refusal) {

  static EffectEstimate refused(String reason) {
    return new EffectEstimate(0, 0, 0, 0, 0, 0, 0, Optional.of(reason));
  }

  /** The two-sided p-value of no difference, by the normal deviates of the interval; 1 without. */
  double pValue() {
    double error = (high - low) / 2 / MatchedComparison.DEVIATE;
    return error > 0 ? Erf.erfc(Math.abs(difference) / error / Math.sqrt(2)) : 1;
  }

  /** True where the interval lies on one side of 0. */
  public boolean isClaimed() {
    return refusal.isEmpty() && (low > 0 || high < 0);
  }
}
