package dev.dangol.segments;

import java.util.Comparator;

/**
 * Effect size of a feature: the distance of a segment's mean from everyone's.
 *
 * @param feature the feature's name
 * @param size the difference in standard deviations of all customers, on the prepared scale
 */
record FeatureEffect(String feature, double size) {
  /** The strongest first, whatever its direction. */
  static final Comparator<FeatureEffect> STRONGEST =
      Comparator.comparingDouble((FeatureEffect effect) -> -Math.abs(effect.size()))
          .thenComparing(FeatureEffect::feature);

  boolean high() {
    return size > 0;
  }

  boolean atLeast(double bound) {
    return Math.abs(size) >= bound;
  }

  /** The feature with the direction's sign, such as {@code -discount_share}. */
  String signed() {
    return (high() ? "+" : "-") + feature;
  }
}
