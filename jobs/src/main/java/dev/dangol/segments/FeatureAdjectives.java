package dev.dangol.segments;

/**
 * What a customer is called who is high or low in a feature.
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

  /** What a segment with that effect is called. */
  SegmentName of(FeatureEffect effect) {
    return effect.high() ? new SegmentName(high, highKo) : new SegmentName(low, lowKo);
  }
}
