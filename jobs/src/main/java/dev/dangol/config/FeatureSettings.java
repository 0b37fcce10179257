package dev.dangol.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Settings of the features of customers.
 *
 * @param windows lengths in days of the windows that end with the as-of day, ascending
 * @param qualities for each quality (pay appreciate communicate return refer) the features it is
 *     blended from, with their weights; a negative weight means that less is better
 * @param dangolIndex for each quality its weight in the dangol index, 0 or more
 * @param rfm how recency, frequency and monetary value are scored
 * @param repeats how the return to a next purchase is followed
 * @param types the scores from which customers are of a type
 * @param referrals how far referrals are followed
 * @param satisfaction how satisfaction and bad experiences are measured
 */
public record FeatureSettings(
    List<Integer> windows,
    Map<String, Map<String, Double>> qualities,
    Map<String, Double> dangolIndex,
    RfmSettings rfm,
    RepeatSettings repeats,
    CustomerTypeSettings types,
    ReferralSettings referrals,
    SatisfactionSettings satisfaction) {
  public FeatureSettings {
    windows = List.copyOf(windows);
    qualities = Collections.unmodifiableMap(new LinkedHashMap<>(qualities));
    dangolIndex = Collections.unmodifiableMap(new LinkedHashMap<>(dangolIndex));
  }
}
