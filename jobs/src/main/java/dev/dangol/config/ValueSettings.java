package dev.dangol.config;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Settings of customer lifetime value.
 *
 * @param margin share of net sales that is margin, 0 to 1, where lines carry no cost; empty where
 *     it is not known
 * @param models the customer-base models to fit, by name
 * @param horizons how far ahead orders are predicted, in days, ascending
 * @param discountRate the yearly discount rate: the share that a sale loses by coming a year later
 * @param clvMonths how many months ahead a customer's lifetime value counts
 * @param minRepeatBuyers with fewer customers who bought again no model is fitted
 * @param penalty the penalty on large parameters in a fit; 0 for plain maximum likelihood
 * @param maxTriples above so many distinct (frequency, recency, age) a fit counts in whole weeks
 * @param trial how models are compared
 * @param groups the groupings of customers by which models are fitted to each group, in the order
 *     of the names; empty for no groups
 */
public record ValueSettings(
    OptionalDouble margin,
    List<String> models,
    List<Integer> horizons,
    double discountRate,
    int clvMonths,
    int minRepeatBuyers,
    double penalty,
    int maxTriples,
    ModelTrialSettings trial,
    List<String> groups) {

  public ValueSettings {
    models = List.copyOf(models);
    horizons = List.copyOf(horizons);
    groups = List.copyOf(groups);
  }

  /** Settings with the usual comparison of models, fitted to all customers together only. */
  public ValueSettings(
      OptionalDouble margin,
      List<String> models,
      List<Integer> horizons,
      double discountRate,
      int clvMonths,
      int minRepeatBuyers,
      double penalty,
      int maxTriples) {
    this(
        margin,
        models,
        horizons,
        discountRate,
        clvMonths,
        minRepeatBuyers,
        penalty,
        maxTriples,
        ModelTrialSettings.USUAL,
        List.of());
  }

  /** The defaults, with this margin. */
  public ValueSettings(OptionalDouble margin) {
    this(
        margin,
        List.of("bg-nbd", "mbg-nbd", "pareto-nbd"),
        List.of(30, 90, 365),
        0.1,
        12,
        50,
        0,
        100_000);
  }

  /** The same with a margin that was measured from the purchases. */
  public ValueSettings earning(OptionalDouble found) {
    return new ValueSettings(
        found,
        models,
        horizons,
        discountRate,
        clvMonths,
        minRepeatBuyers,
        penalty,
        maxTriples,
        trial,
        groups);
  }
}
