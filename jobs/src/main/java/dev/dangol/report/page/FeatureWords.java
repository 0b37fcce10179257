package dev.dangol.report.page;

import dev.dangol.table.Field;
import dev.dangol.table.Unit;
import dev.dangol.table.WindowedName;
import dev.dangol.table.features.FeatureNames;
import dev.dangol.table.results.CustomerColumns;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns that describe a customer as people call them, and their values with a unit. */
public record FeatureWords(PageWords words, ReadableNumbers figures) {
  private static final String TABLE_PREFIX = "customer_features.";
  private static final int ANY_WINDOW = 0;
  private static final Map<String, Unit> UNITS =
      Stream.concat(
              CustomerColumns.of(List.of(ANY_WINDOW), List.of(ANY_WINDOW)).stream(),
              CustomerColumns.joined().stream())
          .collect(Collectors.toUnmodifiableMap(Field::name, Field::unit));

  /** The column's name in words; a column that has none is shown as it is. */
  public String name(String feature) {
    return FeatureNames.in(words.locale()).name(feature);
  }

  public String name(Field feature) {
    return name(feature.name());
  }

  /** A measure such as customer_features.quality_refer in words. */
  public String measure(String measure) {
    return measure.startsWith(TABLE_PREFIX)
        ? name(measure.substring(TABLE_PREFIX.length()))
        : measure;
  }

  /** The value with the unit of its feature; a bare number for a column that is not known. */
  public String value(String feature, double value) {
    String column = WindowedName.withDays(ANY_WINDOW, feature);
    return figures.value(UNITS.getOrDefault(column, Unit.PLAIN), value);
  }
}
