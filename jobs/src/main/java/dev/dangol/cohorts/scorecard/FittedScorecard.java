package dev.dangol.cohorts.scorecard;

import dev.dangol.config.ScorecardSettings;
import dev.dangol.ranks.PercentileRanks;
import java.util.List;

/**
 * The scorecard of a day: what the settings ask for, with every cut point in its feature's own
 * unit, and where customers stand among all.
 *
 * @param bars the criteria, in their order
 * @param viableFrom points from which a customer is viable, 0 to 100
 * @param perfectFrom points from which he is perfect, 0 to 100
 * @param standing how the customers are spread over what grades and ranks need
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

  /** The criteria of which nobody's value is known. */
  public List<CutPoints> unmeasuredCriteria() {
    return bars.stream().filter(bar -> bar.measured() == 0).toList();
  }
}
