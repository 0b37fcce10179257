package dev.dangol.probability;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log1p;
import static org.apache.spark.sql.functions.negate;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.sql.Column;

/**
 * Scaling of log-odds to a probability. With p = 1 / (1 + exp(−log-odds)) the corrected log-odds
 * are shift + low · ln p − high · ln(1 − p), so that small and large probabilities are stretched
 * each by their own factor (Kull, Silva Filho and Flach, Beta calibration, AISTATS 2017). With both
 * factors equal it is Platt's scaling of 1999.
 *
 * @param shift the log-odds added
 * @param low the factor of ln p, 0 or more
 * @param high the factor of −ln(1 − p), 0 or more
 */
public record BetaScaling(double shift, double low, double high) implements Serializable {
  /** The identity: a logistic regression's own probability. */
  public static final BetaScaling AS_IS = new BetaScaling(0, 1, 1);

  private static final double FAINT = 1e-9;

  /**
   * The overall share for every person, by Laplace's rule: for log-odds that say nothing, or that
   * point the wrong way.
   */
  public static BetaScaling ofAll(long people, long happened) {
    return new BetaScaling(Math.log((happened + 1.0) / (people - happened + 1.0)), 0, 0);
  }

  /** The scaling that fits the people best; their only number is the log-odds. */
  static BetaScaling fit(OutcomeSample people) {
    BetaScaling flat = ofAll(people.size(), people.happened());
    if (people.happened() == 0 || people.happened() == people.size()) {
      return flat;
    }
    LogisticEffects both = fit(people, true, true);
    if (both.effects().get(0) >= 0 && both.effects().get(1) >= 0) {
      return of(both);
    }
    LogisticEffects one = fit(people, both.effects().get(0) >= 0, both.effects().get(1) >= 0);
    return one.effects().get(0) >= 0 && one.effects().get(1) >= 0 ? of(one) : flat;
  }

  private static BetaScaling of(LogisticEffects effects) {
    return new BetaScaling(effects.intercept(), effects.effects().get(0), effects.effects().get(1));
  }

  /** The effects of ln p and −ln(1 − p), as far as they are allowed. */
  private static LogisticEffects fit(OutcomeSample people, boolean low, boolean high) {
    double[][] numbers =
        Arrays.stream(people.numbers())
            .map(
                row ->
                    new double[] {
                      low ? -softplus(-row[0]) : 0, high ? softplus(row[0]) : 0,
                    })
            .toArray(double[][]::new);
    return LogisticRidge.fit(new OutcomeSample(numbers, people.outcomes()), FAINT);
  }

  /** The probability, 0 to 1, of each row. */
  public Column probability(Column margin) {
    Column odds =
        softplus(margin).multiply(high).minus(softplus(negate(margin)).multiply(low)).plus(shift);
    return lit(1.0).divide(exp(negate(odds)).plus(1.0));
  }

  /** The probability, 0 to 1. */
  public double probability(double margin) {
    double odds = softplus(margin) * high - softplus(-margin) * low + shift;
    return 1 / (1 + Math.exp(-odds));
  }

  private static double softplus(double odds) {
    return Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds)));
  }

  private static Column softplus(Column odds) {
    return greatest(odds, lit(0.0)).plus(log1p(exp(negate(abs(odds)))));
  }
}
