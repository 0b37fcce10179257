package dev.dangol.config;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a sale and a customer are worth.
 *
 * @param margin share of net sales that is margin, 0 to 1, where lines carry no cost; empty where
 *     it is not known
 * @param models the customer-base models to fit, by name
 * @param horizons how far ahead orders are expected, in days, ascending
 * @param discountRate what a sale loses in worth by coming a year later, 0 to 1
 * @param clvMonths how many months ahead a customer's lifetime value counts
 * @param minRepeatBuyers with fewer customers who bought again no model is fitted
 * @param penalty what large parameters cost in a fit; 0 for plain maximum likelihood
 * @param maxTriples above so many distinct (frequency, recency, age) a fit counts in whole weeks
 * @param trial how models are tried out
 * @param groups what customers are grouped by to fit models to each group, in the order of the
 *     names; empty for no groups
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

  /** With models tried out as usual, and fitted to all customers alone. */
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

  /** The same with a margin that was found in the records. */
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
