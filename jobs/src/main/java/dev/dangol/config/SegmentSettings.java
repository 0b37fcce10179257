package dev.dangol.config;

import java.util.List;
import java.util.OptionalInt;

/**
 * How customers are clustered.
 *
 * @param k how many segments; empty to choose from the range
 * @param kFrom the smallest number tried
 * @param kTo the largest number tried
 * @param minShare the smallest share of customers that a segment may hold, 0 to 1
 * @param seed the seed of everything random
 * @param features the features that customers are compared by
 */
public record SegmentSettings(
    OptionalInt k, int kFrom, int kTo, double minShare, long seed, List<String> features) {
  public SegmentSettings {
    features = List.copyOf(features);
  }
}
