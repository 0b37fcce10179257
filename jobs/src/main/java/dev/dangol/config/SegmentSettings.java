package dev.dangol.config;

import java.util.List;
import java.util.OptionalInt;

/**
 * Settings of the clustering of customers into segments.
 *
 * @param k how many segments; empty to choose from the range
 * @param kFrom the smallest number tried
 * @param kTo the largest number tried
 * @param minShare the smallest share of customers that a segment may hold, 0 to 1
 * @param seed the seed of everything random
 * @param features the features that customers are compared by
 * @param maxCorrelation above it, 0 to 1, the later of two features is left out as redundant
 * @param keeping how segments stay the same from day to day
 */
public record SegmentSettings(
    OptionalInt k,
    int kFrom,
    int kTo,
    double minShare,
    long seed,
    List<String> features,
    double maxCorrelation,
    SegmentContinuitySettings keeping) {
  /** Correlation above which two features are redundant. */
  private static final double SAME = 0.9;

  public SegmentSettings {
    features = List.copyOf(features);
  }

  /** Settings with the defaults for the other parts. */
  public SegmentSettings(
      OptionalInt k, int kFrom, int kTo, double minShare, long seed, List<String> features) {
    this(k, kFrom, kTo, minShare, seed, features, SAME, SegmentContinuitySettings.USUAL);
  }

  /** The same with other settings of continuity. */
  public SegmentSettings keeping(SegmentContinuitySettings other) {
    return new SegmentSettings(k, kFrom, kTo, minShare, seed, features, maxCorrelation, other);
  }

  /**
   * The settings that a fitted model depends on: a stored model can be used as long as they are the
   * same.
   */
  public String recipe() {
    return List.of(k, kFrom, kTo, minShare, seed, features, maxCorrelation).toString();
  }
}
