package dev.dangol.evidence;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import dev.dangol.table.FitLevel;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.evidence.MissedColumns;
import dev.dangol.table.evidence.QuadrantColumns;
import dev.dangol.table.results.CohortColumns;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Customers of high value whom the scorecard does not find ideal, with the criterion they fail. */
public final class MissedCustomers {
  private MissedCustomers() {}

  /**
   * The rows of {@code missed_customers}.
   *
   * @param customers the rows of {@code customer_quadrants}
   * @param fit the rows of {@code customer_fit}
   * @param from expected net sales from which a customer is of high value; empty where none are
   *     known, and then there is no row
   */
  public static Dataset<Row> of(Dataset<Row> customers, Dataset<Row> fit, OptionalDouble from) {
    Column expected = QuadrantColumns.EXPECTED.col();
    Column high = expected.gt(0).and(expected.cast("double").geq(from.orElse(0)));
    Column level = CohortColumns.FIT_LEVEL.col();
    return customers
        .where(from.isPresent() ? high : lit(false))
        .select(SharedColumns.AS_OF.col(), SharedColumns.CUSTOMER_ID.col(), expected)
        .join(
            fit.where(level.notEqual(FitLevel.PERFECT.word()))
                .select(
                    SharedColumns.CUSTOMER_ID.col(),
                    level,
                    CohortColumns.FIT_SCORE.col(),
                    MissedColumns.CRITERION.is(
                        coalesce(CohortColumns.VETOED_BY.col(), CohortColumns.LIFT_1.col()))),
            SharedColumns.CUSTOMER_ID.name())
        .select(
            SharedColumns.AS_OF.col(),
            SharedColumns.CUSTOMER_ID.col(),
            MissedColumns.EXPECTED.is(expected),
            MissedColumns.FIT_LEVEL.col(),
            MissedColumns.FIT_SCORE.col(),
            MissedColumns.CRITERION.col());
  }
}
