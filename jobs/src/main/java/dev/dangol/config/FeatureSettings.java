package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.ValueRule;
import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.table.features.RhythmColumns;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.types.NumericType;

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
 * @param rivals campaigns of rivals, during which customers are tempted away
 * @param halfLifeDays days after which what happened counts half in the columns that fade
 * @param custom features that the business adds
 */
public record FeatureSettings(
    List<Integer> windows,
    Map<String, Map<String, Double>> qualities,
    Map<String, Double> dangolIndex,
    RfmSettings rfm,
    RepeatSettings repeats,
    CustomerTypeSettings types,
    ReferralSettings referrals,
    SatisfactionSettings satisfaction,
    List<RivalSettings> rivals,
    int halfLifeDays,
    List<CustomFeature> custom) {
  private static final String PREFIX = "quality_";

  public FeatureSettings {
    windows = List.copyOf(windows);
    custom = List.copyOf(custom);
    rivals = List.copyOf(rivals);
    qualities = Collections.unmodifiableMap(new LinkedHashMap<>(qualities));
    dangolIndex = Collections.unmodifiableMap(new LinkedHashMap<>(dangolIndex));
  }

  /** Reads the sections {@code features} and {@code rivals}. */
  static FeatureSettings read(ConfigSection dangol, Map<String, BenchmarkSettings> benchmarks) {
    ConfigSection features = dangol.section("features");
    List<Integer> windows = features.ascending("windows", NumberRules.COUNT);
    ConfigSection section = features.section("qualities").ofKind("a quality");
    Map<String, Map<String, Double>> qualities = new LinkedHashMap<>();
    for (String name : qualityNames()) {
      qualities.put(name, blend(section.section(name), parts(windows)));
    }
    return new FeatureSettings(
        windows,
        qualities,
        index(features.section("dangol-index").ofKind("a quality")),
        RfmSettings.read(features.section("rfm")),
        RepeatSettings.read(features),
        CustomerTypeSettings.read(features.section("types")),
        ReferralSettings.read(features),
        SatisfactionSettings.read(features.section("satisfaction"), benchmarks),
        RivalSettings.readAll(dangol.section("rivals")),
        features.one("decay-half-life-days", NumberRules.COUNT),
        CustomFeature.read(features.section("custom"), windows));
  }

  /** A numeric column of customer_features. */
  static ValueRule<String> feature(List<Integer> windows) {
    List<String> names = numeric(windows);
    return new ValueRule<>(
        "a numeric column of customer_features",
        names,
        names.get(0),
        text -> names.stream().filter(text::equals).findFirst());
  }

  private static Map<String, Double> blend(ConfigSection quality, List<String> parts) {
    quality.ofKind("a number or flag of customer_features that a quality can be made from");
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String part : parts) {
      quality
          .optional(part, NumberRules.NUMBER)
          .filter(weight -> weight != 0)
          .ifPresent(weight -> weights.put(part, weight));
    }
    if (weights.isEmpty()) {
      quality.fault(quality.name() + " is made from nothing; give one feature a weight at least.");
    }
    return weights;
  }

  private static Map<String, Double> index(ConfigSection index) {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String quality : qualityNames()) {
      weights.put(quality, index.one(quality, NumberRules.PART));
    }
    if (weights.values().stream().allMatch(weight -> weight == 0)) {
      index.fault(index.name() + " is made from nothing; give one quality a weight at least.");
    }
    return weights;
  }

  private static List<String> qualityNames() {
    return FeatureColumns.QUALITIES.stream()
        .map(quality -> quality.name().substring(PREFIX.length()))
        .toList();
  }

  /**
   * The features that qualities can be made from: never one that compares customers already. That
   * customers came back within the cycle of all is no such comparison.
   */
  private static List<String> parts(List<Integer> windows) {
    Set<Field> compared = new HashSet<>(FeatureTable.COMPARED);
    compared.remove(RhythmColumns.SECOND_ORDER_WITHIN_CYCLE);
    compared.remove(RhythmColumns.ONE_AND_DONE);
    return FeatureTable.of(windows).fields().stream()
        .filter(Field::isNumberOrFlag)
        .filter(field -> !compared.contains(field))
        .map(Field::name)
        .toList();
  }

  private static List<String> numeric(List<Integer> windows) {
    return FeatureTable.of(windows).fields().stream()
        .filter(field -> field.type() instanceof NumericType)
        .map(Field::name)
        .toList();
  }
}
