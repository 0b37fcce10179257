package dev.dangol.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.value.fitting.LogLikelihood;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients against differences of the log-likelihood, on histories at the corners. */
class GradientTest {
  private static final double[][] PARAMETERS = {
    {0.25, 4.4, 0.8, 2.4}, {3, 0.5, 2, 40}, {0.05, 60, 0.02, 0.3}, {12, 900, 5, 7}
  };

  private static HistoryCounts corners() {
    return new HistoryCounts.HistoryCounter()
        .add(new PurchaseHistory(0, 0, 0), 3)
        .add(new PurchaseHistory(0, 0, 3652 / 7.0), 11)
        .add(new PurchaseHistory(1, 1 / 7.0, 3652 / 7.0), 2)
        .add(new PurchaseHistory(2, 30, 39), 5)
        .add(new PurchaseHistory(9, 39, 39), 1)
        .add(new PurchaseHistory(1000, 200, 3652 / 7.0), 1)
        .add(new PurchaseHistory(1000, 3652 / 7.0, 3652 / 7.0), 1)
        .triples();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bg-nbd", "mbg-nbd", "pareto-nbd", "bg-cnbd-3", "mbg-cnbd-2", "nbd", "cnbd-3"})
  void slopes_are_those_of_the_log_likelihood(String model) {
    LogLikelihood likelihood = PurchaseModel.byName(model).likelihood(corners());
    for (double[] parameters : PARAMETERS) {
      agrees(likelihood, Arrays.copyOf(parameters, PurchaseModel.byName(model).names().size()));
    }
  }

  private static void agrees(LogLikelihood likelihood, double[] parameters) {
    double[] gradient = new double[parameters.length];
    assertThat(likelihood.at(parameters, gradient)).isFinite();
    for (int i = 0; i < parameters.length; i++) {
      double step = 1e-5 * parameters[i];
      double[] moved = parameters.clone();
      moved[i] += step;
      double above = likelihood.at(moved, new double[parameters.length]);
      moved[i] -= 2 * step;
      double slope = (above - likelihood.at(moved, new double[parameters.length])) / (2 * step);
      double tolerance = 1e-5 * Math.abs(slope) + 1e-4 / parameters[i];
      assertThat(gradient[i]).as("parameter " + i).isCloseTo(slope, within(tolerance));
    }
  }
}
