package dev.dangol.cohorts.leads;

import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;

/**
 * How log-odds become a probability: 1 / (1 + exp(−(shift + slope · log-odds))) (Platt,
 * Probabilistic outputs for support vector machines, 1999).
 */
record PlattScaling(double shift, double slope) {
  /** What a logistic regression says of itself. */
  static final PlattScaling AS_IS = new PlattScaling(0, 1);

  /**
   * Everybody's probability is that of all, by Laplace's rule: where the log-odds tell nothing, or
   * the wrong way round.
   */
  static PlattScaling ofAll(long people, long ordered) {
    return new PlattScaling(Math.log((ordered + 1.0) / (people - ordered + 1.0)), 0);
  }

  Column probability(Column margin) {
    Column odds = margin.multiply(slope).plus(shift);
    return lit(1.0).divide(exp(odds.multiply(-1.0)).plus(1.0));
  }
}
