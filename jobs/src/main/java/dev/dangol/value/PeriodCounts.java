package dev.dangol.value;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.SurvivalColumns;
import dev.dangol.table.results.ValueColumns;
import java.sql.Date;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Purchase counts of customers in two neighbouring periods of the same length. */
final class PeriodCounts {
  private PeriodCounts() {}

  /**
   * One row per numbers of purchase days in the holdout period and in the one before, of customers
   * who had bought by the cut.
   *
   * @param days one row per customer and purchase day
   */
  static Dataset<Row> of(Dataset<Row> days, CalibrationSplit cut) {
    Column seen = SurvivalColumns.SEEN_ON.col();
    Column from = lit(Date.valueOf(cut.from()));
    Column before = seen.leq(from).and(seen.gt(date_add(from, -cut.days())));
    Column after = seen.gt(from).and(seen.leq(date_add(from, cut.days())));
    return days.groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(
            SurvivalColumns.SINCE_ON.is(min(seen)),
            ValueColumns.PERIOD_ORDERS.is(count_if(before)),
            ValueColumns.LATER_ORDERS.is(count_if(after)))
        .where(SurvivalColumns.SINCE_ON.col().leq(from))
        .groupBy(ValueColumns.PERIOD_ORDERS.col(), ValueColumns.LATER_ORDERS.col())
        .agg(ValueColumns.CUSTOMERS.is(count(lit(1))));
  }
}
