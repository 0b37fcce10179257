package dev.dangol.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is ideal.
 *
 * @param criteria what counts, and how much
 * @param viableFrom points from which a customer is viable, 0 to 100
 * @param perfectFrom points from which he is perfect, 0 to 100
 * @param profiles other pictures of an ideal customer beside this one, by name
 */
public record ScorecardSettings(
    List<ScorecardCriterion> criteria,
    double viableFrom,
    double perfectFrom,
    Map<String, AdditionalScorecard> profiles) {
  /** What tables call the scorecard itself, as opposed to its profiles. */
  public static final String MAIN = "main";

  public ScorecardSettings {
    criteria = List.copyOf(criteria);
    profiles = Collections.unmodifiableMap(new LinkedHashMap<>(profiles));
  }

  /** One picture of an ideal customer and no other. */
  public ScorecardSettings(
      List<ScorecardCriterion> criteria, double viableFrom, double perfectFrom) {
    this(criteria, viableFrom, perfectFrom, Map.of());
  }

  /** What the cut points of a criterion are. */
  public enum CutPointKind {
    /** Values of the feature, in its own unit. */
    VALUE,
    /** Percentile ranks of 0 to 100 among the customers of whom the feature is known. */
    PERCENTILE
  }

  /**
   * One thing that counts.
   *
   * @param name how reasons call it
   * @param feature the column of customer_features, customer_value or customer_segments that it
   *     looks at
   * @param weight its share in the points, relative to the other criteria
   * @param viableFrom the cut point from which a customer is viable on it; where it is above
   *     perfectFrom, less is better
   * @param perfectFrom the cut point from which he is perfect on it
   * @param cuts what the cut points are
   * @param required whether nobody fits who is unfit on it, whatever the points
   */
  public record ScorecardCriterion(
      String name,
      String feature,
      double weight,
      double viableFrom,
      double perfectFrom,
      CutPointKind cuts,
      boolean required) {

    /** One with cut points in the feature's own unit, and that points can make up for. */
    public ScorecardCriterion(
        String name, String feature, double weight, double viableFrom, double perfectFrom) {
      this(name, feature, weight, viableFrom, perfectFrom, CutPointKind.VALUE, false);
    }

    /** The same, with its cut points taken for percentile ranks. */
    public ScorecardCriterion byPercentile() {
      return new ScorecardCriterion(
          name, feature, weight, viableFrom, perfectFrom, CutPointKind.PERCENTILE, required);
    }

    /** The same, and nothing makes up for being unfit on it. */
    public ScorecardCriterion asRequired() {
      return new ScorecardCriterion(name, feature, weight, viableFrom, perfectFrom, cuts, true);
    }

    public boolean lessIsBetter() {
      return viableFrom > perfectFrom;
    }

    public boolean byRank() {
      return cuts == CutPointKind.PERCENTILE;
    }
  }
}
