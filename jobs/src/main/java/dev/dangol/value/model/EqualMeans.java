package dev.dangol.value.model;

import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.FitRules;
import dev.dangol.value.fitting.MaximumLikelihood;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.special.Gamma;

/**
 * Gamma-Gamma's limit as q grows without end. Orders vary, and the mean is the same for all
 * customers: spend is gamma distributed with shape p and rate nu.
 */
public record EqualMeans() implements SpendModel {
  @Override
  public String name() {
    return "equal-means";
  }

  @Override
  public List<String> names() {
    return List.of("p", "nu");
  }

  @Override
  public Optional<String> assumption() {
    return Optional.of("Orders have the same mean for all customers.");
  }

  @Override
  public FitResult fit(RepeatSpend spend, FitRules rules) {
    double mean = spend.mean();
    List<double[]> starts =
        List.of(
            new double[] {4, 4 / mean}, new double[] {1, 1 / mean}, new double[] {20, 20 / mean});
    return new MaximumLikelihood(this, rules)
        .fit(spend.likelihood(EqualMeans::add), starts, spend.customers());
  }

  private static double add(RepeatSpend.SpendGroup group, double[] parameters, double[] gradient) {
    double x = group.frequency();
    double shape = parameters[0] * x;
    double rate = parameters[1] * x;
    double n = group.customers();
    gradient[0] += n * x * (Math.log(rate) - Gamma.digamma(shape) + group.meanLog());
    gradient[1] += n * (shape / parameters[1] - x * group.mean());
    return n
        * (shape * Math.log(rate)
            - Gamma.logGamma(shape)
            + (shape - 1) * group.meanLog()
            - rate * group.mean());
  }

  @Override
  public SpendExpectation expectation(double[] parameters) {
    return new SpendExpectation(
        parameters[0] / parameters[1],
        Double.POSITIVE_INFINITY,
        SpendExpectation.OrderBasis.REPEATED);
  }
}
