package dev.dangol.cohorts;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.ScorecardSettings;
import dev.dangol.config.ScorecardSettings.Criterion;
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

  /** One row per customer and criterion; value, points and level are null where not measured. */
  public static Dataset<Row> reasons(Dataset<Row> features, ScorecardSettings settings) {
    Column[] criteria =
        settings.criteria().stream()
            .map(criterion -> reason(features, criterion))
            .toArray(Column[]::new);
    return features.select(Columns.AS_OF.col(), Columns.CUSTOMER_ID.col(), inline(array(criteria)));
  }

  private static Column reason(Dataset<Row> features, Criterion criterion) {
    Column value = features.col(criterion.feature()).cast("double");
    Column level = Level.of(value, criterion.viableFrom(), criterion.perfectFrom());
    return struct(
        CohortColumns.CRITERION.is(lit(criterion.name())),
        CohortColumns.VALUE.is(value),
        CohortColumns.POINTS.is(Level.points(level)),
        CohortColumns.LEVEL.is(level),
        CohortColumns.REASON.is(english(criterion, value, level)),
        CohortColumns.REASON_KO.is(korean(criterion, value, level)));
  }

  private static Column english(Criterion criterion, Column value, Column level) {
    String cuts =
        " (viable from "
            + shown(criterion.viableFrom())
            + ", perfect from "
            + shown(criterion.perfectFrom())
            + ")";
    Column said =
        concat(lit(criterion.feature() + " is "), written(value), lit(": "), level, lit(cuts));
    return when(value.isNull(), lit(criterion.feature() + " could not be measured"))
        .otherwise(said);
  }

  private static Column korean(Criterion criterion, Column value, Column level) {
    String cuts =
        " (실행 가능한 적합 "
            + shown(criterion.viableFrom())
            + "부터, 완벽한 적합 "
            + shown(criterion.perfectFrom())
            + "부터)";
    Column said =
        concat(
            lit(criterion.feature() + " 값 "),
            written(value),
            lit(": "),
            Level.korean(level),
            lit(cuts));
    return when(value.isNull(), lit(criterion.feature() + " 값을 측정할 수 없음")).otherwise(said);
  }

  /** With as many digits as a share of 0 to 1 needs, and no more than it has. */
  private static Column written(Column value) {
    return call_function("format_number", value, lit("#,##0.####"));
  }

  private static String shown(double cut) {
    return cut == Math.rint(cut) ? Long.toString((long) cut) : Double.toString(cut);
  }
}
