package dev.dangol.job.cohorts;

import dev.dangol.cohorts.scorecard.CutPoints;
import dev.dangol.cohorts.scorecard.FittedScorecard;
import dev.dangol.config.ScorecardSettings.ScorecardCriterion;
import dev.dangol.job.JobContext;
import dev.dangol.table.Field;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.ScorecardColumns;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What scorecards came to on a day: their cut points, and the criteria that nobody could meet. */
final class ScorecardRows {
  private ScorecardRows() {}

  /** One row per profile and criterion. */
  static Dataset<Row> of(JobContext day, Map<String, FittedScorecard> cards) {
    List<Row> rows = new ArrayList<>();
    cards.forEach(
        (profile, card) ->
            card.bars().forEach(bar -> rows.add(row(day.asOf().sqlDate(), profile, bar))));
    return day.lake().of(ScorecardColumns.SCORECARD, rows);
  }

  /** Why nobody has a value on a criterion, by measure. */
  static Map<String, String> notMeasuredReasons(JobContext day, FittedScorecard card) {
    Map<String, String> reasons = new TreeMap<>();
    for (CutPoints bar : card.unmeasuredCriteria()) {
      ScorecardCriterion criterion = bar.criterion();
      reasons.put(
          CohortColumns.SCORECARD_REASONS.name() + "." + criterion.name(),
          why(day, criterion.feature()));
    }
    return reasons;
  }

  private static String why(JobContext day, String feature) {
    boolean ofValue =
        AttributeTables.value(day.settings()).fields().stream()
            .map(Field::name)
            .anyMatch(feature::equals);
    return ofValue
            && day.lake().readDay(AttributeTables.value(day.settings()), day.asOf()).isEmpty()
        ? "customer_value has no row of the day, which "
            + feature
            + " comes from: run the job value."
        : feature + " is not known of any customer.";
  }

  private static Row row(Date date, String profile, CutPoints bar) {
    ScorecardCriterion criterion = bar.criterion();
    return RowFactory.create(
        date,
        profile,
        criterion.name(),
        criterion.feature(),
        criterion.weight(),
        criterion.required(),
        nullable(bar.viable()),
        nullable(bar.perfect()),
        criterion.byRank() ? criterion.viableFrom() : null,
        criterion.byRank() ? criterion.perfectFrom() : null,
        bar.measured());
  }

  private static Double nullable(OptionalDouble cut) {
    return cut.isPresent() ? cut.getAsDouble() : null;
  }
}
