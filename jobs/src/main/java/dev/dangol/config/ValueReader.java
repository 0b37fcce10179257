package dev.dangol.config;

import dev.dangol.table.Field;
import dev.dangol.table.ValueGroupColumns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the section {@code value}. */
final class ValueReader {
  private static final Legal<String> MODEL =
      Legal.oneOf(
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

  private static final Legal<String> GROUPING =
      Legal.oneOf(ValueGroupColumns.GROUPINGS.stream().map(Field::name).toList());

  private static final String KEEPING = "profit_from_retention";

  private ValueReader() {}

  static ValueSettings read(Section value, Map<String, BenchmarkSettings> benchmarks) {
    OptionalDouble margin =
        value
            .optional("margin", Numbers.SHARE)
            .map(OptionalDouble::of)
            .orElse(OptionalDouble.empty());
    return new ValueSettings(
        margin,
        value.many("models", MODEL),
        value.ascending("horizons", Numbers.COUNT),
        value.one("discount-rate", Numbers.SHARE),
        value.one("clv-months", Numbers.COUNT),
        value.one("min-repeat-buyers", Numbers.COUNT),
        value.one("penalty", Numbers.PART),
        value.one("max-triples", Numbers.COUNT),
        new TrialSettings(
            value.one("holdout-days", Numbers.COUNT),
            value.one("inactive-days", Numbers.COUNT),
            value.one("max-spend-correlation", Numbers.SHARE),
            value.one("max-calendar-share", Numbers.SHARE),
            Optional.ofNullable(benchmarks.get(KEEPING))),
        value.ascendingIfSet("groups", GROUPING));
  }
}
