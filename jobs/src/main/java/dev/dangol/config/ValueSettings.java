package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.ValueRule;
import dev.dangol.table.Field;
import dev.dangol.table.results.ValueGroupColumns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Settings of customer lifetime value.
 *
 * @param margin share of net sales that is margin, 0 to 1, where lines carry no cost; empty where
 *     it is not known
 * @param models the models of purchases to fit, by name
 * @param horizons how far ahead orders are predicted, in days, ascending
 * @param discountRate the yearly discount rate: the share that a sale loses by coming a year later
 * @param clvMonths how many months ahead a customer's lifetime value counts
 * @param minRepeatBuyers with fewer customers who bought again no model is fitted, and plain rates
 *     of all predict
 * @param penalty the penalty on large parameters in a fit; 0 for plain maximum likelihood
 * @param maxTriples above so many distinct (frequency, recency, age) a fit counts in whole weeks
 * @param trial how models are compared
 * @param groups the groupings of customers by which models are fitted to each group, in the order
 *     of the names; empty for no groups
 * @param learned the model learned from the customers' own past; empty where none is asked for
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
    List<String> groups,
    Optional<LearnedSettings> learned) {
  /** The name by which a model learned from the customers' own past is asked for. */
  public static final String LEARNED = "learned";

  private static final ValueRule<String> MODEL =
      ValueRule.oneOf(
          List.of(
              "bg-nbd",
              "mbg-nbd",
              "pareto-nbd",
              "bg-cnbd-2",
              "bg-cnbd-3",
              "bg-cnbd-4",
              "mbg-cnbd-2",
              "mbg-cnbd-3",
              "mbg-cnbd-4",
              LEARNED));

  private static final ValueRule<String> GROUPING =
      ValueRule.oneOf(ValueGroupColumns.GROUPINGS.stream().map(Field::name).toList());

  private static final String KEEPING = "profit_from_retention";

  public ValueSettings {
    models = List.copyOf(models);
    horizons = List.copyOf(horizons);
    groups = List.copyOf(groups);
  }

  /**
   * Settings with the usual comparison of models, fitted to all customers together only; nothing is
   * learned.
   */
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
        List.of(),
        Optional.empty());
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
        100_000,
        ModelTrialSettings.USUAL,
        List.of(),
        Optional.of(LearnedSettings.USUAL));
  }

  /** Reads the section {@code value}. */
  static ValueSettings read(ConfigSection value, Map<String, BenchmarkSettings> benchmarks) {
    OptionalDouble margin =
        value
            .optional("margin", NumberRules.SHARE)
            .map(OptionalDouble::of)
            .orElse(OptionalDouble.empty());
    List<String> models = value.many("models", MODEL);
    return new ValueSettings(
        margin,
        models.stream().filter(name -> !name.equals(LEARNED)).toList(),
        value.ascending("horizons", NumberRules.COUNT),
        value.one("discount-rate", NumberRules.SHARE),
        value.one("clv-months", NumberRules.COUNT),
        value.one("min-repeat-buyers", NumberRules.COUNT),
        value.one("penalty", NumberRules.PART),
        value.one("max-triples", NumberRules.COUNT),
        new ModelTrialSettings(
            value.one("holdout-days", NumberRules.COUNT),
            value.one("inactive-days", NumberRules.COUNT),
            value.one("max-spend-correlation", NumberRules.SHARE),
            value.one("max-calendar-share", NumberRules.SHARE),
            Optional.ofNullable(benchmarks.get(KEEPING))),
        value.ascendingIfSet("groups", GROUPING),
        learned(value, models));
  }

  private static Optional<LearnedSettings> learned(ConfigSection value, List<String> models) {
    LearnedSettings learned =
        new LearnedSettings(
            value.one("learned-customers", NumberRules.COUNT),
            value.one("learned-seed", NumberRules.SEED));
    return Optional.of(learned).filter(asked -> models.contains(LEARNED));
  }

  /** The same with a margin that was measured from the purchases. */
  public ValueSettings earning(OptionalDouble found) {
    return with(found, models);
  }

  /** The same with other models to fit, by name; their limits may be among them. */
  public ValueSettings fitting(List<String> others) {
    return with(margin, others);
  }

  private ValueSettings with(OptionalDouble itsMargin, List<String> itsModels) {
    return new ValueSettings(
        itsMargin,
        itsModels,
        horizons,
        discountRate,
        clvMonths,
        minRepeatBuyers,
        penalty,
        maxTriples,
        trial,
        groups,
        learned);
  }
}
