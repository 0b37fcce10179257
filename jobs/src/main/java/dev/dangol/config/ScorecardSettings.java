package dev.dangol.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scorecard settings: the criteria of ideal customers and the points of each level.
 *
 * @param criteria the criteria with their weights
 * @param viableFrom points from which customers are viable, 0 to 100
 * @param perfectFrom points from which they are perfect, 0 to 100
 * @param profiles additional scorecards, by name
 */
public record ScorecardSettings(
    List<ScorecardCriterion> criteria,
    double viableFrom,
    double perfectFrom,
    Map<String, AdditionalScorecard> profiles) {
  /** The name in tables of the scorecard itself, as opposed to its profiles. */
  public static final String MAIN = "main";

  public ScorecardSettings {
    criteria = List.copyOf(criteria);
    profiles = Collections.unmodifiableMap(new LinkedHashMap<>(profiles));
  }

  /** A scorecard without additional ones. */
  public ScorecardSettings(
      List<ScorecardCriterion> criteria, double viableFrom, double perfectFrom) {
    this(criteria, viableFrom, perfectFrom, Map.of());
  }

  /** Kind of a criterion's cut points. */
  public enum CutPointKind {
    /** Values of the feature, in its own unit. */
    VALUE,
    /** Percentile ranks of 0 to 100 among the customers whose feature is known. */
    PERCENTILE
  }

  /**
   * Criterion of a scorecard.
   *
   * @param name its name in reasons
   * @param feature the column of customer_features, customer_value or customer_segments that it
   *     uses
   * @param weight its share in the points, relative to the other criteria
   * @param viableFrom the cut point from which customers are viable on it; where it is above
   *     perfectFrom, less is better
   * @param perfectFrom the cut point from which they are perfect on it
   * @param cuts the kind of the cut points
   * @param required whether customers who are unfit on it are unfit overall, whatever the points
   */
  public record ScorecardCriterion(
      String name,
      String feature,
      double weight,
      double viableFrom,
      double perfectFrom,
      CutPointKind cuts,
      boolean required) {

    /** A criterion with cut points in the feature's own unit, and not required. */
    public ScorecardCriterion(
        String name, String feature, double weight, double viableFrom, double perfectFrom) {
      this(name, feature, weight, viableFrom, perfectFrom, CutPointKind.VALUE, false);
    }

    /** The same, with its cut points taken for percentile ranks. */
    public ScorecardCriterion byPercentile() {
      return new ScorecardCriterion(
          name, feature, weight, viableFrom, perfectFrom, CutPointKind.PERCENTILE, required);
    }

    /** The same, as a required criterion: nothing makes up for being unfit on it. */
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
