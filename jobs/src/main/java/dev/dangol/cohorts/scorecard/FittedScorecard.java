package dev.dangol.cohorts.scorecard;

import dev.dangol.config.ScorecardSettings;
import dev.dangol.ranks.PercentileRanks;
import java.util.List;

/**
 * Scorecard fitted to a day: its cut points in each feature's own unit, and percentile ranks.
 *
 * @param bars the criteria, in their order
 * @param viableFrom points from which a customer is viable, 0 to 100
 * @param perfectFrom points from which they are perfect, 0 to 100
 * @param standing the distribution of customers over the values behind grades and ranks
 */
public record FittedScorecard(
    List<CutPoints> bars, double viableFrom, double perfectFrom, PercentileRanks standing) {
  public FittedScorecard {
    bars = List.copyOf(bars);
  }

  static FittedScorecard of(
      ScorecardSettings settings, List<CutPoints> bars, PercentileRanks standing) {
    return new FittedScorecard(bars, settings.viableFrom(), settings.perfectFrom(), standing);
  }

  /** The criteria whose feature is known of no customer. */
  public List<CutPoints> unmeasuredCriteria() {
    return bars.stream().filter(bar -> bar.measured() == 0).toList();
  }
}
