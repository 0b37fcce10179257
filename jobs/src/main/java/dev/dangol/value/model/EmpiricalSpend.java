package dev.dangol.value.model;

import dev.dangol.value.fitting.FailedFit;
import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.FitRules;
import dev.dangol.value.fitting.ParameterEstimate;
import java.util.List;
import java.util.Optional;

/**
 * Plain means of what customers spend, each drawn towards that of all orders. They are for
 * businesses with too few repeat buyers for a model, or with a few who spend so much that none has
 * a mean: all of a customer's orders count, and the mean of all counts as one order more.
 */
public record EmpiricalSpend() implements SpendModel {
  @Override
  public String name() {
    return "empirical-spend";
  }

  @Override
  public List<String> names() {
    return List.of("mean", "weight");
  }

  @Override
  public Optional<String> assumption() {
    return Optional.of("Plain means of orders, drawn towards that of all; no maximum.");
  }

  @Override
  public FitResult fit(RepeatSpend spend, FitRules rules) {
    return new FailedFit("Plain means are of all orders, not of repeated ones.");
  }

  /**
   * The parameters from what was sold.
   *
   * @param sales net sales of all customers; below 0 they count as 0
   * @param orders their days with orders, above 0
   */
  public ParameterEstimate of(double sales, double orders) {
    double[] parameters = {Math.max(0, sales) / orders, 1};
    return ParameterEstimate.known(this, parameters, Double.NaN);
  }

  @Override
  public SpendExpectation expectation(double[] parameters) {
    return new SpendExpectation(parameters[0], parameters[1], SpendExpectation.OrderBasis.ALL);
  }
}
