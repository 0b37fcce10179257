package dev.dangol.cohorts.scorecard;

import dev.dangol.config.ScorecardSettings.ScorecardCriterion;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.ScorecardColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;

/** Rows of {@code scorecard}: the cut points that scorecards came to on a day. */
public final class ScorecardRows {
  private ScorecardRows() {}

  /** One row per profile and criterion. */
  public static List<Row> of(AsOf asOf, Map<String, FittedScorecard> cards) {
    List<Row> rows = new ArrayList<>();
    cards.forEach((profile, card) -> card.bars().forEach(bar -> rows.add(row(asOf, profile, bar))));
    return rows;
  }

  private static Row row(AsOf asOf, String profile, CutPoints bar) {
    ScorecardCriterion criterion = bar.criterion();
    return RowWriter.of(ScorecardColumns.SCORECARD)
        .set(SharedColumns.AS_OF, asOf)
        .set(ScorecardColumns.PROFILE, profile)
        .set(CohortColumns.CRITERION, criterion.name())
        .set(ScorecardColumns.FEATURE, criterion.feature())
        .set(ScorecardColumns.WEIGHT, criterion.weight())
        .set(ScorecardColumns.REQUIRED, criterion.required())
        .set(ScorecardColumns.VIABLE_FROM, bar.viable())
        .set(ScorecardColumns.PERFECT_FROM, bar.perfect())
        .set(ScorecardColumns.VIABLE_PERCENTILE, percentile(criterion, criterion.viableFrom()))
        .set(ScorecardColumns.PERFECT_PERCENTILE, percentile(criterion, criterion.perfectFrom()))
        .set(ScorecardColumns.MEASURED, bar.measured())
        .row();
  }

  private static OptionalDouble percentile(ScorecardCriterion criterion, double cut) {
    return criterion.byRank() ? OptionalDouble.of(cut) : OptionalDouble.empty();
  }
}
