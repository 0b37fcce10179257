package dev.dangol.report;

import dev.dangol.table.Cells;
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
public record Difference(String feature, Direction direction, OptionalDouble typical) {
  /** Which way a segment differs. */
  public enum Direction {
    HIGHER("↑"),
    LOWER("↓"),
    APART("↕");

    private final String arrow;

    Direction(String arrow) {
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
  static Difference of(String signed, Map<String, Double> centre) {
    Direction direction =
        signed.startsWith("+")
            ? Direction.HIGHER
            : signed.startsWith("-") ? Direction.LOWER : Direction.APART;
    String feature = direction == Direction.APART ? signed : signed.substring(1);
    return new Difference(feature, direction, Cells.finite(centre.get(feature)));
  }
}
