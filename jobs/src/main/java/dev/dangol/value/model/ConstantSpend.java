package dev.dangol.value.model;

import dev.dangol.value.fitting.FailedFit;
import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.FitRules;
import dev.dangol.value.fitting.ParameterEstimate;
import java.util.List;
import java.util.Optional;

/**
 * Gamma-Gamma's limit where every order has the same value, as of a box at one price. There is
 * nothing to be unsure of: it has neither a log-likelihood nor standard errors.
 */
public record ConstantSpend() implements SpendModel {
  /** Of the logarithm of the spend: values nearer than that are the same. */
  private static final double SAME = 1e-9;

  @Override
  public String name() {
    return "constant-spend";
  }

  @Override
  public List<String> names() {
    return List.of("value");
  }

  @Override
  public Optional<String> assumption() {
    return Optional.of("Every order has the same value.");
  }

  @Override
  public FitResult fit(RepeatSpend spend, FitRules rules) {
    if (spend.size() == 0) {
      return new FailedFit("Nobody bought again.");
    }
    double value = spend.group(0).mean();
    for (int i = 0; i < spend.size(); i++) {
      RepeatSpend.SpendGroup group = spend.group(i);
      double apart =
          Math.max(
              Math.abs(Math.log(group.mean() / value)),
              Math.abs(group.meanLog() - Math.log(group.mean())));
      if (!(apart < SAME)) {
        return new FailedFit("Orders differ in value.");
      }
    }
    return ParameterEstimate.known(this, new double[] {value}, Double.NaN);
  }

  @Override
  public SpendExpectation expectation(double[] parameters) {
    return new SpendExpectation(
        parameters[0], Double.POSITIVE_INFINITY, SpendExpectation.OrderBasis.REPEATED);
  }
}
