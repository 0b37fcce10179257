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

/** Reads the section {@code value}. */
final class ValueReader {
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
              "mbg-cnbd-4"));

  private static final ValueRule<String> GROUPING =
      ValueRule.oneOf(ValueGroupColumns.GROUPINGS.stream().map(Field::name).toList());

  private static final String KEEPING = "profit_from_retention";

  private ValueReader() {}

  static ValueSettings read(ConfigSection value, Map<String, BenchmarkSettings> benchmarks) {
    OptionalDouble margin =
        value
            .optional("margin", NumberRules.SHARE)
            .map(OptionalDouble::of)
            .orElse(OptionalDouble.empty());
    return new ValueSettings(
        margin,
        value.many("models", MODEL),
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
        value.ascendingIfSet("groups", GROUPING));
  }
}
