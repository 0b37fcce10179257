package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.ValueRule;
import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.table.features.RhythmColumns;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.spark.sql.types.NumericType;

/** Reads the section {@code features}, and lists the features that exist for its windows. */
final class FeatureReader {
  private static final String PREFIX = "quality_";

  private FeatureReader() {}

  static FeatureSettings read(ConfigSection features, Map<String, BenchmarkSettings> benchmarks) {
    List<Integer> windows = features.ascending("windows", NumberRules.COUNT);
    ConfigSection section = features.section("qualities").ofKind("a quality");
    Map<String, Map<String, Double>> qualities = new LinkedHashMap<>();
    for (String name : qualities()) {
      qualities.put(name, blend(section.section(name), parts(windows)));
    }
    return new FeatureSettings(
        windows,
        qualities,
        index(features.section("dangol-index").ofKind("a quality")),
        RfmReader.read(features.section("rfm")),
        repeats(features),
        types(features.section("types")),
        new ReferralSettings(features.one("referral-generations", NumberRules.GENERATIONS)),
        SatisfactionReader.read(features.section("satisfaction"), benchmarks));
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
    for (String quality : qualities()) {
      weights.put(quality, index.one(quality, NumberRules.PART));
    }
    if (weights.values().stream().allMatch(weight -> weight == 0)) {
      index.fault(index.name() + " is made from nothing; give one quality a weight at least.");
    }
    return weights;
  }

  private static CustomerTypeSettings types(ConfigSection types) {
    return new CustomerTypeSettings(
        types.one("from", NumberRules.POINTS), types.one("high", NumberRules.POINTS));
  }

  private static RepeatSettings repeats(ConfigSection features) {
    return new RepeatSettings(
        features
            .optional("cycle-days", NumberRules.COUNT)
            .map(OptionalInt::of)
            .orElse(OptionalInt.empty()),
        features.one("repeat-orders", NumberRules.TWO_OR_MORE),
        features.ascending("repeat-days", NumberRules.COUNT));
  }

  private static List<String> qualities() {
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
