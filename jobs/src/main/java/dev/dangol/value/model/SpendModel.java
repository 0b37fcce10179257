package dev.dangol.value.model;

import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.FitRules;
import dev.dangol.value.fitting.ParametricModel;
import java.util.Optional;
import java.util.stream.Stream;

/** Model of what customers spend on an order, whatever their number of orders. */
public sealed interface SpendModel extends ParametricModel
    permits GammaGamma, EqualMeans, OwnMeans, ConstantSpend, EmpiricalSpend {
  /** The model's name in tables. */
  String name();

  /** A sentence on what the model takes for granted; empty where that is nothing unusual. */
  default Optional<String> assumption() {
    return Optional.empty();
  }

  /** Fits the model; never fails with an exception, but says why there are no parameters. */
  FitResult fit(RepeatSpend spend, FitRules rules);

  /** The expected value of an order, given the parameters in the model's order. */
  SpendExpectation expectation(double[] parameters);

  /** The model with that name. */
  static SpendModel byName(String name) {
    return Stream.<SpendModel>of(
            new GammaGamma(),
            new EqualMeans(),
            new OwnMeans(),
            new ConstantSpend(),
            new EmpiricalSpend())
        .filter(model -> model.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " is no model of spend."));
  }
}
