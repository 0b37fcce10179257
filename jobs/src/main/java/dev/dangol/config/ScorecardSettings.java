package dev.dangol.config;

import java.util.List;

/**
 * Who is ideal.
 *
 * @param criteria what counts, and how much
 * @param viableFrom points from which a customer is viable, 0 to 100
 * @param perfectFrom points from which he is perfect, 0 to 100
 */
public record ScorecardSettings(List<Criterion> criteria, double viableFrom, double perfectFrom) {
  public ScorecardSettings {
    criteria = List.copyOf(criteria);
  }

  /**
   * One thing that counts.
   *
   * @param name how reasons call it
   * @param feature the column of customer_features that it looks at
   * @param weight its share in the points, relative to the other criteria
   * @param viableFrom the value from which a customer is viable on it; where it is above
   *     perfectFrom, less is better
   * @param perfectFrom the value from which he is perfect on it
   */
  public record Criterion(
      String name, String feature, double weight, double viableFrom, double perfectFrom) {}
}
