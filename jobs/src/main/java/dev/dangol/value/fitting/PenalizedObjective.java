package dev.dangol.value.fitting;

import java.util.Arrays;

/** A log-likelihood by the logarithms of its parameters, less the penalty, counting its calls. */
final class PenalizedObjective {
  private final LogLikelihood likelihood;
  private final double penalty;
  private int evaluations;

  PenalizedObjective(LogLikelihood likelihood, double penalty) {
    this.likelihood = likelihood;
    this.penalty = penalty;
  }

  static double[] parameters(double[] logs) {
    return Arrays.stream(logs).map(Math::exp).toArray();
  }

  static double[] logs(double[] parameters) {
    return Arrays.stream(parameters).map(Math::log).toArray();
  }

  double at(double[] logs, double[] gradient) {
    evaluations++;
    double[] parameters = parameters(logs);
    double value = likelihood.at(parameters, gradient);
    for (int i = 0; i < logs.length; i++) {
      double square = parameters[i] * parameters[i];
      value -= penalty * square;
      gradient[i] = gradient[i] * parameters[i] - 2 * penalty * square;
    }
    return Double.isFinite(value) ? value : -1e300;
  }

  double withoutPenalty(double[] parameters) {
    return likelihood.at(parameters, new double[parameters.length]);
  }

  int evaluations() {
    return evaluations;
  }
}
