package dev.dangol.config;

import dev.dangol.table.FeatureColumns;
import dev.dangol.table.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.NumericType;

/** Reads the section {@code features}, and says which features exist for its windows. */
final class FeatureReader {
  private static final String PREFIX = "quality_";

  private FeatureReader() {}

  static FeatureSettings read(Section features) {
    List<Integer> windows = features.ascending("windows", Numbers.COUNT);
    Section section = features.section("qualities").ofKind("a quality");
    Map<String, Map<String, Double>> qualities = new LinkedHashMap<>();
    for (Field quality : FeatureColumns.QUALITIES) {
      String name = quality.name().substring(PREFIX.length());
      qualities.put(name, blend(section.section(name), parts(windows)));
    }
    return new FeatureSettings(windows, qualities);
  }

  /** A numeric column of customer_features. */
  static Legal<String> feature(List<Integer> windows) {
    List<String> names = numeric(windows);
    return new Legal<>(
        "a numeric column of customer_features",
        names,
        names.get(0),
        text -> names.stream().filter(text::equals).findFirst());
  }

  private static Map<String, Double> blend(Section quality, List<String> parts) {
    quality.ofKind("a numeric column of customer_features that a quality can be made from");
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String part : parts) {
      quality
          .optional(part, Numbers.NUMBER)
          .filter(weight -> weight != 0)
          .ifPresent(weight -> weights.put(part, weight));
    }
    if (weights.isEmpty()) {
      quality.fault(quality.name() + " is made from nothing; give one feature a weight at least.");
    }
    return weights;
  }

  /** A quality is never made from qualities. */
  private static List<String> parts(List<Integer> windows) {
    return numeric(windows).stream().filter(name -> !name.startsWith(PREFIX)).toList();
  }

  private static List<String> numeric(List<Integer> windows) {
    return FeatureColumns.table(windows).fields().stream()
        .filter(field -> field.type() instanceof NumericType)
        .map(Field::name)
        .toList();
  }
}
