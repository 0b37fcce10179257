package dev.dangol.config;

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
