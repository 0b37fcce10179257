package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.ValueRule;
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

  /** Reads the section {@code segments}. */
  static SegmentSettings read(ConfigSection segments, ValueRule<String> feature) {
    List<Integer> range = segments.range("k-range", NumberRules.COUNT);
    return new SegmentSettings(
        segments.one("k", NumberRules.COUNT_OR_AUTO),
        range.get(0),
        range.get(1),
        segments.one("min-share", NumberRules.SHARE),
        segments.one("seed", NumberRules.SEED),
        segments.many("features", feature),
        segments.one("max-correlation", NumberRules.SHARE),
        SegmentContinuitySettings.read(segments));
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
