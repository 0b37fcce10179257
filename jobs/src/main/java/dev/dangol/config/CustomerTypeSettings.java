package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;

/**
 * Thresholds of customer types.
 *
 * @param from the score, 0 to 100, from which customers have a quality
 * @param high the score, 0 to 100, from which they have it strongly
 */
public record CustomerTypeSettings(double from, double high) {
  /** Reads the section {@code features.types}. */
  static CustomerTypeSettings read(ConfigSection types) {
    return new CustomerTypeSettings(
        types.one("from", NumberRules.POINTS), types.one("high", NumberRules.POINTS));
  }
}
