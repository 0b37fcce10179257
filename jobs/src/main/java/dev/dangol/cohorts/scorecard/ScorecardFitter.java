package dev.dangol.cohorts.scorecard;

import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.ScorecardSettings;
import dev.dangol.config.ScorecardSettings.ScorecardCriterion;
import dev.dangol.ranks.DistributionCounter;
import dev.dangol.ranks.PercentileRanks;
import dev.dangol.sql.SqlText;
import dev.dangol.table.Field;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.features.FeatureColumns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Fits a scorecard: finds its cut points among the customers of a day. Values are counted in one
 * pass, and no customers are sorted; of more than 131,072 different values neighbours count as one.
 *
 * <p>A percentile rank is the mid-rank: the share of measured customers below a value and half of
 * those with the same one. The cut point is the first value whose rank is far enough, so that alike
 * customers are on the same side of it.
 */
@RunsSparkJobs
public final class ScorecardFitter {
  static final Field IDLE =
      Field.number("_idle", "Days since the customer last bought or did anything.");

  private ScorecardFitter() {}

  /**
   * The scorecard with its cut points found. Starts a Spark job over the customers.
   *
   * @param customers one row per customer, with all their attributes
   */
  public static FittedScorecard of(Dataset<Row> customers, ScorecardSettings settings) {
    Map<String, Field> measures = new LinkedHashMap<>();
    for (ScorecardCriterion criterion : settings.criteria()) {
      measures.computeIfAbsent(criterion.feature(), ScorecardFitter::measure);
    }
    List<Column> columns = new ArrayList<>();
    measures.forEach((name, field) -> columns.add(field.is(number(name))));
    columns.add(IDLE.is(idle()));
    columns.addAll(FitScore.worth());
    List<Field> counted = new ArrayList<>(measures.values());
    counted.add(IDLE);
    counted.addAll(FitScore.WORTH);
    PercentileRanks standing =
        DistributionCounter.of(customers.select(columns.toArray(Column[]::new)), counted);
    return FittedScorecard.of(
        settings,
        settings.criteria().stream()
            .map(criterion -> bar(criterion, measures.get(criterion.feature()), standing))
            .toList(),
        standing);
  }

  /** The measure that a feature is counted by. */
  static Field measure(String feature) {
    return Field.number("_of_" + feature, "Its value, if a number.");
  }

  /** Null where neither is known. */
  static Column idle() {
    return least(
        FeatureColumns.DAYS_SINCE_LAST_ORDER.col(), FeatureColumns.DAYS_SINCE_LAST_EVENT.col());
  }

  private static Column number(String feature) {
    Column value = SqlText.column(feature).try_cast("double");
    return when(not(isnan(value)), value);
  }

  private static CutPoints bar(
      ScorecardCriterion criterion, Field measure, PercentileRanks standing) {
    return new CutPoints(
        criterion,
        cutPoint(criterion, criterion.viableFrom(), measure, standing),
        cutPoint(criterion, criterion.perfectFrom(), measure, standing),
        standing.measuredCount(measure));
  }

  private static OptionalDouble cutPoint(
      ScorecardCriterion criterion, double configured, Field measure, PercentileRanks standing) {
    if (!criterion.byRank()) {
      return OptionalDouble.of(configured);
    }
    double share = configured / 100;
    return criterion.lessIsBetter()
        ? standing.highestUpTo(measure, share)
        : standing.lowestFrom(measure, share);
  }
}
