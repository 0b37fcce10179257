package dev.dangol.cohorts.leads;

import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;

/**
 * Platt scaling of log-odds to a probability. It is 1 / (1 + exp(−(shift + slope · log-odds)))
 * (Platt, Probabilistic outputs for support vector machines, 1999).
 */
record PlattScaling(double shift, double slope) {
  /** The identity: a logistic regression's own probability. */
  static final PlattScaling AS_IS = new PlattScaling(0, 1);

  /**
   * The overall share for every person, by Laplace's rule: for log-odds that say nothing, or that
   * point the wrong way.
   */
  static PlattScaling ofAll(long people, long ordered) {
    return new PlattScaling(Math.log((ordered + 1.0) / (people - ordered + 1.0)), 0);
  }

  Column probability(Column margin) {
    Column odds = margin.multiply(slope).plus(shift);
    return lit(1.0).divide(exp(odds.multiply(-1.0)).plus(1.0));
  }
}
