package dev.dangol.evidence;

import dev.dangol.probability.DifferenceInterval;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Mean of several effects, each weighted by the inverse of its variance, with their heterogeneity.
 * That is told by Cochran's Q ("The combination of estimates from different experiments",
 * Biometrics 10, 1954), and by the part of it that is more than chance, I² (Higgins and Thompson,
 * Statistics in Medicine 21, 2002).
 *
 * <p>Campaigns to a cohort leave the same customers alone, so their effects err together, and the
 * usual error of such a mean, which takes them for independent, is too small: of three campaigns
 * that do nothing it claims something in one case of seven (docs/proof.md). The error here is the
 * weighted mean of theirs, the largest that any dependence allows.
 *
 * @param effect the weighted mean
 * @param low lower end of its interval of at least 95 %, as if all had one effect
 * @param high upper end of it
 * @param q Cochran's Q, 0 for one effect
 * @param pValue the chance of a Q as large, had all one effect; empty for one effect
 * @param iSquared 0 to 1; empty for one effect
 */
public record PooledEffect(
    double effect,
    double low,
    double high,
    double q,
    OptionalDouble pValue,
    OptionalDouble iSquared) {
  /**
   * Effect of one campaign.
   *
   * @param low lower end of its 95 % interval
   * @param high upper end of it
   */
  public record TrialEffect(double effect, double low, double high) {
    /** The standard error that the width of the interval tells. */
    double error() {
      return (high - low) / 2 / DifferenceInterval.DEVIATE;
    }

    /** True where it can be weighed: its interval has a width. */
    boolean isWeighed() {
      return Double.isFinite(error()) && error() > 0 && Double.isFinite(effect);
    }
  }

  /**
   * Pools effects.
   *
   * @param effects at least one, each with an interval that has a width
   */
  public static PooledEffect of(List<TrialEffect> effects) {
    double weights = 0;
    double sum = 0;
    double errors = 0;
    for (TrialEffect one : effects) {
      double weight = 1 / (one.error() * one.error());
      weights += weight;
      sum += weight * one.effect();
      errors += weight * one.error();
    }
    double mean = sum / weights;
    double q = 0;
    for (TrialEffect one : effects) {
      double distance = (one.effect() - mean) / one.error();
      q += distance * distance;
    }
    double half = DifferenceInterval.DEVIATE * errors / weights;
    int free = effects.size() - 1;
    return free == 0
        ? new PooledEffect(
            mean, mean - half, mean + half, 0, OptionalDouble.empty(), OptionalDouble.empty())
        : new PooledEffect(
            mean,
            mean - half,
            mean + half,
            q,
            OptionalDouble.of(1 - new ChiSquaredDistribution(free).cumulativeProbability(q)),
            OptionalDouble.of(q > free ? (q - free) / q : 0));
  }
}
