package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;

/**
 * Settings of look-alikes and of prospects' first orders.
 *
 * @param horizonDays how many days ahead a first order is predicted
 * @param minPositives with fewer first orders to learn from, or to test by, none is predicted
 * @param maxValues how many values of attributes may count
 * @param penalty how strongly effects are pulled towards none, above 0
 */
public record LookalikeSettings(int horizonDays, int minPositives, int maxValues, double penalty) {
  /** Reads the section {@code lookalikes}. */
  static LookalikeSettings read(ConfigSection lookalikes) {
    return new LookalikeSettings(
        lookalikes.one("horizon-days", NumberRules.COUNT),
        lookalikes.one("min-positives", NumberRules.COUNT),
        lookalikes.one("max-values", NumberRules.COUNT),
        lookalikes.one("penalty", NumberRules.WEIGHT));
  }
}
