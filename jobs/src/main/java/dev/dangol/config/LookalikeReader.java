package dev.dangol.config;

/** Reads the section {@code lookalikes}. */
final class LookalikeReader {
  private LookalikeReader() {}

  static LookalikeSettings read(Section lookalikes) {
    return new LookalikeSettings(
        lookalikes.one("horizon-days", Numbers.COUNT),
        lookalikes.one("min-positives", Numbers.COUNT),
        lookalikes.one("max-values", Numbers.COUNT),
        lookalikes.one("penalty", Numbers.WEIGHT));
  }
}
