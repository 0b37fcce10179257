package dev.dangol.value.fitting;

import org.apache.commons.math3.linear.RealMatrix;

/**
 * The top of a log-likelihood.
 *
 * @param point where it is
 * @param value how high it is
 * @param logCovariance of the logarithms of the parameters
 */
record LikelihoodMaximum(
    LikelihoodPoint point, double value, RealMatrix logCovariance, FitConvergence convergence) {
  double[] parameters() {
    return point.parameters();
  }
}
