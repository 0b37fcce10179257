package dev.dangol.cohorts;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import dev.dangol.table.CohortColumns;
import dev.dangol.table.Columns;
import dev.dangol.table.Level;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The scorecard, criterion by criterion: the customer's value against two cut points gives a level,
 * the level gives points, and a sentence says why.
 */
public final class Scorecard {
  private Scorecard() {}

  /**
   * One row per customer and criterion; value, points and level are null where not measured.
   *
   * @param customers one row per customer, with everything that describes him
   * @param card the scorecard of the day
   */
  public static Dataset<Row> reasons(Dataset<Row> customers, Card card) {
    Column[] criteria = card.bars().stream().map(Scorecard::reason).toArray(Column[]::new);
    return customers.select(
        Columns.AS_OF.col(), Columns.CUSTOMER_ID.col(), inline(array(criteria)));
  }

  private static Column reason(Bar bar) {
    Column value = bar.value();
    Column level = bar.level(value);
    Sentences sentences = new Sentences(bar, value, level);
    return struct(
        CohortColumns.CRITERION.is(lit(bar.criterion().name())),
        CohortColumns.VALUE.is(value),
        CohortColumns.POINTS.is(Level.points(level)),
        CohortColumns.LEVEL.is(level),
        CohortColumns.REASON.is(sentences.english()),
        CohortColumns.REASON_KO.is(sentences.korean()));
  }
}
