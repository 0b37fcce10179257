package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import java.util.List;
import java.util.OptionalInt;

/**
 * Settings of the repeat curves.
 *
 * @param cycleDays the product's own cycle in days; empty for the one that customers show
 * @param cycleMinRepeats how many customers must have bought a category on two days for it to have
 *     a cycle of its own
 * @param orders the last purchase day that is waited for, 2 or more
 * @param days how long each is waited for, in days, ascending
 */
public record RepeatSettings(
    OptionalInt cycleDays, int cycleMinRepeats, int orders, List<Integer> days) {
  public RepeatSettings {
    days = List.copyOf(days);
  }

  /** Reads its part of the section {@code features}. */
  static RepeatSettings read(ConfigSection features) {
    return new RepeatSettings(
        features
            .optional("cycle-days", NumberRules.COUNT)
            .map(OptionalInt::of)
            .orElse(OptionalInt.empty()),
        features.one("cycle-min-repeats", NumberRules.COUNT),
        features.one("repeat-orders", NumberRules.TWO_OR_MORE),
        features.ascending("repeat-days", NumberRules.COUNT));
  }
}
