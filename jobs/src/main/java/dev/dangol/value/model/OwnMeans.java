package dev.dangol.value.model;

import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.FitRules;
import dev.dangol.value.fitting.MaximumLikelihood;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.special.Gamma;

/**
 * Gamma-Gamma's limit as p grows without end. A customer's orders all have the customer's own
 * value, which is inverse gamma distributed over customers with shape q and scale c.
 */
public record OwnMeans() implements SpendModel {
  @Override
  public String name() {
    return "own-means";
  }

  @Override
  public List<String> names() {
    return List.of("q", "c");
  }

  @Override
  public Optional<String> assumption() {
    return Optional.of("All orders of a customer have the same value.");
  }

  @Override
  public FitResult fit(RepeatSpend spend, FitRules rules) {
    double mean = spend.mean();
    List<double[]> starts =
        List.of(new double[] {3, 2 * mean}, new double[] {1, mean}, new double[] {10, 9 * mean});
    return new MaximumLikelihood(this, rules)
        .fit(spend.likelihood(OwnMeans::add), starts, spend.customers());
  }

  private static double add(RepeatSpend.SpendGroup group, double[] parameters, double[] gradient) {
    double q = parameters[0];
    double c = parameters[1];
    double n = group.customers();
    double inverse = inverse(group);
    gradient[0] += n * (Math.log(c) - Gamma.digamma(q) - group.meanLog());
    gradient[1] += n * (q / c - inverse);
    return n * (q * Math.log(c) - Gamma.logGamma(q) - (q + 1) * group.meanLog() - c * inverse);
  }

  /** The mean of one by the spend, of customers who are alike within a hundredth. */
  private static double inverse(RepeatSpend.SpendGroup group) {
    return group.mean() * Math.exp(-2 * group.meanLog());
  }

  @Override
  public SpendExpectation expectation(double[] parameters) {
    double mean = parameters[0] > 1 ? parameters[1] / (parameters[0] - 1) : Double.NaN;
    return new SpendExpectation(mean, 0, SpendExpectation.OrderBasis.REPEATED);
  }
}
