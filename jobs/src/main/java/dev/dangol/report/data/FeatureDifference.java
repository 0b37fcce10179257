package dev.dangol.report.data;

import dev.dangol.table.RowReader;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A feature in which a segment differs from everyone else.
 *
 * @param feature the column of customer_features
 * @param direction higher or lower than everyone else, or apart where that is not said
 * @param typical the segment's typical value in the feature's own unit; empty where not known
 */
public record FeatureDifference(
    String feature, DifferenceDirection direction, OptionalDouble typical) {
  /** Direction in which a segment differs. */
  public enum DifferenceDirection {
    HIGHER("↑"),
    LOWER("↓"),
    APART("↕");

    private final String arrow;

    DifferenceDirection(String arrow) {
      this.arrow = arrow;
    }

    /** A sign for it. */
    public String arrow() {
      return arrow;
    }

    /** The key of the word for it. */
    public String key() {
      return "difference." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reads a signed feature such as +frequency. */
  static FeatureDifference of(String signed, Map<String, Double> centre) {
    DifferenceDirection direction =
        signed.startsWith("+")
            ? DifferenceDirection.HIGHER
            : signed.startsWith("-") ? DifferenceDirection.LOWER : DifferenceDirection.APART;
    String feature = direction == DifferenceDirection.APART ? signed : signed.substring(1);
    return new FeatureDifference(feature, direction, RowReader.finite(centre.get(feature)));
  }
}
