package dev.dangol.journey;

import java.io.Serializable;
import java.util.List;

/**
 * Rule of one class of products and its band of days.
 *
 * @param name as tables call it
 * @param from the first number of days of its band; NaN without a band
 * @param to the last number of days of its band; NaN without a band
 */
public record BandRule(String name, List<String> categories, double from, double to)
    implements Serializable {
  /** Within the band. */
  public static final String WITHIN = "within";

  private static final String SHORT = "short";
  private static final String LONG = "long";

  /** The place of so many days against the band; null without a band. */
  String status(double days) {
    if (Double.isNaN(from)) {
      return null;
    }
    return days < from ? SHORT : days > to ? LONG : WITHIN;
  }
}
