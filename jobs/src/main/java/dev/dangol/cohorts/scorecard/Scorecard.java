package dev.dangol.cohorts.scorecard;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import dev.dangol.table.FitLevel;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CohortColumns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Scorecard of each customer, criterion by criterion: level, points and a sentence of reasons. The
 * customer's value against two cut points gives a level, the level gives points, and the sentence
 * explains the level.
 */
public final class Scorecard {
  private Scorecard() {}

  /**
   * One row per customer and criterion; value, points and level are null where not measured.
   *
   * @param customers one row per customer, with all their attributes
   * @param card the scorecard of the day
   */
  public static Dataset<Row> reasons(Dataset<Row> customers, FittedScorecard card) {
    Column[] criteria = card.bars().stream().map(Scorecard::reason).toArray(Column[]::new);
    return customers.select(
        SharedColumns.AS_OF.col(), SharedColumns.CUSTOMER_ID.col(), inline(array(criteria)));
  }

  private static Column reason(CutPoints bar) {
    Column value = bar.value();
    Column level = bar.level(value);
    ReasonSentences sentences = new ReasonSentences(bar, value, level);
    return struct(
        CohortColumns.CRITERION.is(lit(bar.criterion().name())),
        CohortColumns.VALUE.is(value),
        CohortColumns.POINTS.is(FitLevel.points(level)),
        CohortColumns.LEVEL.is(level),
        CohortColumns.REASON.is(sentences.english()),
        CohortColumns.REASON_KO.is(sentences.korean()));
  }
}
