package dev.dangol.segments;

/**
 * Adjectives for customers who are high or low in a feature.
 *
 * @param high in English
 * @param low in English
 * @param highKo in Korean
 * @param lowKo in Korean
 */
record FeatureAdjectives(String high, String low, String highKo, String lowKo) {

  /** For a feature that has no words of its own. */
  static FeatureAdjectives plain(String feature) {
    return new FeatureAdjectives(
        "high " + feature, "low " + feature, feature + " 높음", feature + " 낮음");
  }

  /** The name of a segment with that effect. */
  SegmentName of(FeatureEffect effect) {
    return effect.high() ? new SegmentName(high, highKo) : new SegmentName(low, lowKo);
  }
}
