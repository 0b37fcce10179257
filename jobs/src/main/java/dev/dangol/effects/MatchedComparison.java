package dev.dangol.effects;

import dev.dangol.config.EffectSettings;
import dev.dangol.effects.MatchedStrata.Arms;
import java.util.List;
import java.util.Optional;

/**
 * Comparison of the treated with others like them, by coarsened exact matching.
 *
 * <p>It follows Iacus, King and Porro ("Causal inference without balance checking: coarsened exact
 * matching", Political Analysis 20, 2012). Within each stratum of like customers the mean of the
 * compared is taken from that of the treated; strata weigh as many as they have treated, so that
 * the effect is that on the treated.
 *
 * <p>Customers must be alike in as many measures as leave enough treated with others like them; the
 * choice of how many looks at no outcome. What customers of one band still differ in is taken off
 * by the line of the outcome on the covariates within strata and arms. The variance is that of the
 * two means of each stratum around that line. Where a stratum has one customer in an arm, it is
 * that of all strata of the arm, so that one customer is not taken for certain.
 */
final class MatchedComparison {
  /** The normal deviate of a 95 % interval. */
  static final double DEVIATE = 1.959963984540054;

  /** Customers are alike in what the rule asks for and in two measures at least. */
  private static final int FEWEST_PARTS = 3;

  private static final int MOST_PARTS = 1 + PriorHistory.SIZE;

  private final EffectSettings settings;

  MatchedComparison(EffectSettings settings) {
    this.settings = settings;
  }

  /** The effect of being treated, or why it cannot be told. */
  EffectEstimate of(MatchedStrata strata) {
    Arms whole = strata.whole();
    int least = settings.minCount();
    if (Math.min(whole.treated().customers(), whole.compared().customers()) < least) {
      return EffectEstimate.refused(
          "Fewer than %d customers (effects.min-count) in one of the two groups: %d against %d."
              .formatted(least, whole.treated().customers(), whole.compared().customers()));
    }
    for (int parts = MOST_PARTS; parts >= FEWEST_PARTS; parts--) {
      List<Arms> matched = strata.coarsened(parts).matched();
      if (treated(matched) >= settings.minMatchedShare() * whole.treated().customers()) {
        return estimate(matched, whole, parts - 1);
      }
    }
    return EffectEstimate.refused(
        "Fewer than %s of the customers it happened to (effects.min-matched-share) have others"
                .formatted(settings.minMatchedShare())
            + " like them to be compared with.");
  }

  private EffectEstimate estimate(List<Arms> matched, Arms whole, int alike) {
    long treated = treated(matched);
    long compared = matched.stream().mapToLong(arms -> arms.compared().customers()).sum();
    double[] apart = apart(matched);
    WithinStrata line = new WithinStrata(matched);
    double variance =
        variance(matched, line) + line.uncertainty(apart) * line.spread(Arms::compared);
    if (Math.min(treated, compared) < settings.minCount() || !Double.isFinite(variance)) {
      return EffectEstimate.refused(
          "Fewer than %d customers (effects.min-count) on one side have others like them."
              .formatted(settings.minCount()));
    }
    double balance = imbalance(apart, whole);
    if (balance > settings.maxImbalance()) {
      return EffectEstimate.refused(
          "Also when matched, the two groups differ before it by %.2f standard deviations, more"
                  .formatted(balance)
              + " than effects.max-imbalance.");
    }
    double difference = difference(matched) - line.explained(apart);
    double width = DEVIATE * Math.sqrt(variance);
    return new EffectEstimate(
        treated,
        compared,
        difference,
        difference - width,
        difference + width,
        alike,
        balance,
        Optional.empty());
  }

  private static double difference(List<Arms> matched) {
    return MatchedStrata.mean(matched, arms -> arms.treated().mean() - arms.compared().mean());
  }

  private static double variance(List<Arms> matched, WithinStrata line) {
    double treated = treated(matched);
    double variance = 0;
    for (Arms arms : matched) {
      double weight = arms.treated().customers() / treated;
      variance +=
          weight
              * weight
              * (line.spread(arms, Arms::treated) / arms.treated().customers()
                  + line.spread(arms, Arms::compared) / arms.compared().customers());
    }
    return variance;
  }

  /** Differences of the covariates between the matched groups. */
  private static double[] apart(List<Arms> matched) {
    double[] apart = new double[PriorHistory.SIZE];
    for (int place = 0; place < apart.length; place++) {
      int covariate = place;
      apart[place] =
          MatchedStrata.mean(
              matched, arms -> arms.treated().mean(covariate) - arms.compared().mean(covariate));
    }
    return apart;
  }

  private static double imbalance(double[] apart, Arms whole) {
    double largest = 0;
    for (int place = 0; place < apart.length; place++) {
      double spread =
          Math.sqrt((whole.treated().variance(place) + whole.compared().variance(place)) / 2);
      largest = Math.max(largest, spread > 1e-9 ? Math.abs(apart[place]) / spread : 0);
    }
    return largest;
  }

  private static long treated(List<Arms> matched) {
    return matched.stream().mapToLong(arms -> arms.treated().customers()).sum();
  }
}
