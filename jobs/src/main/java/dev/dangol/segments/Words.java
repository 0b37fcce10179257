package dev.dangol.segments;

/**
 * What a customer is called who is high or low in a feature.
 *
 * @param high in English
 * @param low in English
 * @param highKo in Korean
 * @param lowKo in Korean
 */
record Words(String high, String low, String highKo, String lowKo) {

  /** For a feature that has no words of its own. */
  static Words of(String feature) {
    return new Words("high " + feature, "low " + feature, feature + " 높음", feature + " 낮음");
  }

  String english(boolean isHigh) {
    return isHigh ? high : low;
  }

  String korean(boolean isHigh) {
    return isHigh ? highKo : lowKo;
  }
}
