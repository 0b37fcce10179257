package dev.dangol.value.fitting;

import org.apache.commons.math3.linear.RealMatrix;

/**
 * Maximum of a log-likelihood.
 *
 * @param point its position
 * @param value its height
 * @param logCovariance of the logarithms of the parameters
 */
record LikelihoodMaximum(
    LikelihoodPoint point, double value, RealMatrix logCovariance, FitConvergence convergence) {
  double[] parameters() {
    return point.parameters();
  }
}
