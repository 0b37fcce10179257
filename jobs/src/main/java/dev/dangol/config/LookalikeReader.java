package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;

/** Reads the section {@code lookalikes}. */
final class LookalikeReader {
  private LookalikeReader() {}

  static LookalikeSettings read(ConfigSection lookalikes) {
    return new LookalikeSettings(
        lookalikes.one("horizon-days", NumberRules.COUNT),
        lookalikes.one("min-positives", NumberRules.COUNT),
        lookalikes.one("max-values", NumberRules.COUNT),
        lookalikes.one("penalty", NumberRules.WEIGHT));
  }
}
