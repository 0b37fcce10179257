package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import java.util.OptionalInt;

/**
 * Settings of what upkeep leaves in the warehouse. With none of the first three set every day is
 * kept.
 *
 * @param days how many days up to the newest are kept, each with its snapshot
 * @param months in how many months up to the newest the last day described is kept
 * @param years in how many years up to the newest the last day described is kept
 * @param oldVersionsDays how long the files of a version stay that is no reader's any more, in days
 */
public record KeepSettings(
    OptionalInt days, OptionalInt months, OptionalInt years, int oldVersionsDays) {
  static final KeepSettings USUAL =
      new KeepSettings(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), 7);

  /** Reads the section {@code keep}. */
  static KeepSettings read(ConfigSection keep) {
    return new KeepSettings(
        count(keep, "days"),
        count(keep, "months"),
        count(keep, "years"),
        keep.one("old-versions-days", NumberRules.NONE_OR_MORE));
  }

  private static OptionalInt count(ConfigSection keep, String key) {
    return keep.optional(key, NumberRules.COUNT).map(OptionalInt::of).orElse(OptionalInt.empty());
  }
}
