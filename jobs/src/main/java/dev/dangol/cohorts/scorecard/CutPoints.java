package dev.dangol.cohorts.scorecard;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.ScorecardSettings.ScorecardCriterion;
import dev.dangol.ranks.PercentileRanks;
import dev.dangol.ranks.RankBands;
import dev.dangol.sql.SqlText;
import dev.dangol.table.FitLevel;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;

/**
 * A criterion as it is applied on a day, with its cut points in the feature's own unit.
 *
 * @param criterion the criterion as configured
 * @param viable the value from which a customer is viable, or up to which where less is better;
 *     empty where no customer's percentile rank comes so far, since too many are alike
 * @param perfect the same for perfect
 * @param measured customers with a known value of the feature
 */
public record CutPoints(
    ScorecardCriterion criterion, OptionalDouble viable, OptionalDouble perfect, long measured) {

  /** The customer's value; null where it is not known or no number. */
  Column value() {
    Column value = SqlText.column(criterion.feature()).try_cast("double");
    return when(not(isnan(value)), value);
  }

  /** The level of a value; null where that is. */
  Column level(Column value) {
    return when(reaches(value, perfect), lit(FitLevel.PERFECT.word()))
        .when(reaches(value, viable), lit(FitLevel.VIABLE.word()))
        .when(value.isNotNull(), lit(FitLevel.UNFIT.word()));
  }

  /**
   * The place of a value, 0 to 1, where each level has a third of the way; null where the value is.
   *
   * @param standing how the customers are spread over the criterion's feature
   */
  Column place(Column value, PercentileRanks standing) {
    RankBands levels =
        new RankBands(
            List.of(viable.orElse(Double.NaN), perfect.orElse(Double.NaN)),
            criterion.lessIsBetter());
    return standing.place(ScorecardFitter.measure(criterion.feature()), levels, value);
  }

  /**
   * The gain of the next level, in halves of the criterion's weight; null at the highest level that
   * can be reached. Where both cut points are one, the next level is perfect.
   */
  Column gain(Column level) {
    double step = criterion.weight();
    boolean leaps = perfect.isPresent() && perfect.equals(viable);
    Column fromUnfit = viable.isPresent() ? lit(leaps ? 2 * step : step) : lit(null);
    Column fromViable = perfect.isPresent() ? lit(step) : lit(null);
    return when(level.equalTo(FitLevel.UNFIT.word()), fromUnfit)
        .when(level.equalTo(FitLevel.VIABLE.word()), fromViable);
  }

  /** Distance of the value to its next cut point, in units of the span between the two. */
  Column gap(Column value, Column level) {
    double first = viable.orElse(0);
    double second = perfect.orElse(first);
    double span = Math.max(Math.abs(second - first), 1e-9);
    Column next = when(level.equalTo(FitLevel.UNFIT.word()), lit(first)).otherwise(lit(second));
    return abs(next.minus(value)).divide(span);
  }

  private Column reaches(Column value, OptionalDouble cut) {
    if (cut.isEmpty()) {
      return value.isNotNull().and(lit(false));
    }
    Column bound = lit(cut.getAsDouble());
    return criterion.lessIsBetter() ? value.leq(bound) : value.geq(bound);
  }
}
