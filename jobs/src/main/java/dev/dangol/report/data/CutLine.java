package dev.dangol.report.data;

import dev.dangol.config.ScorecardSettings;
import dev.dangol.table.RowReader;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.ScorecardColumns;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Cut points of a criterion on the day.
 *
 * @param feature the column it looks at
 * @param viable the value from which customers are viable on it; empty where no customer does
 * @param perfect the same for perfect
 * @param viableRank the percentile rank that it comes from; empty where it was set as a value
 * @param perfectRank the same for perfect
 */
public record CutLine(
    String feature,
    OptionalDouble viable,
    OptionalDouble perfect,
    OptionalDouble viableRank,
    OptionalDouble perfectRank) {

  /** The cut points of the scorecard itself, by criterion. */
  static Map<String, CutLine> read(Dataset<Row> scorecard) {
    Map<String, CutLine> lines = new TreeMap<>();
    scorecard
        .where(ScorecardColumns.PROFILE.col().equalTo(ScorecardSettings.MAIN))
        .collectAsList()
        .stream()
        .map(RowReader::new)
        .forEach(cells -> lines.put(cells.text(CohortColumns.CRITERION).orElseThrow(), of(cells)));
    return lines;
  }

  private static CutLine of(RowReader cells) {
    return new CutLine(
        cells.text(ScorecardColumns.FEATURE).orElseThrow(),
        cells.number(ScorecardColumns.VIABLE_FROM),
        cells.number(ScorecardColumns.PERFECT_FROM),
        cells.number(ScorecardColumns.VIABLE_PERCENTILE),
        cells.number(ScorecardColumns.PERFECT_PERCENTILE));
  }
}
