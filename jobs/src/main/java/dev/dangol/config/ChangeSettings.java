package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.ValueRule;
import java.util.List;
import java.util.OptionalInt;

/**
 * Bounds on changes of data from earlier days.
 *
 * @param volumeFrom the least that a volume may be, as a multiple of its median
 * @param volumeTo the most that it may be, as a multiple of its median
 * @param stops true where nothing is published when a check fails, false where it is only recorded
 * @param maxAgeDays how many days the newest row may be older than the as-of day; empty for any
 */
public record ChangeSettings(
    double volumeFrom, double volumeTo, boolean stops, OptionalInt maxAgeDays) {
  public static final ChangeSettings DEFAULT =
      new ChangeSettings(0.4, 4.0, false, OptionalInt.empty());

  /** Reads its part of the section {@code quality}. */
  static ChangeSettings read(ConfigSection quality) {
    List<Double> range = quality.range("volume-range", NumberRules.WEIGHT);
    return new ChangeSettings(
        range.get(0),
        range.get(1),
        quality.one("on-change", ValueRule.oneOf(List.of("warn", "stop"))).equals("stop"),
        quality
            .optional("max-age-days", NumberRules.COUNT)
            .map(OptionalInt::of)
            .orElse(OptionalInt.empty()));
  }
}
