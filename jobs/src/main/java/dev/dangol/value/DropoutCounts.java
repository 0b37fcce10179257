package dev.dangol.value;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.SurvivalColumns;
import dev.dangol.table.results.ValueColumns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Churn counts: the number of days until customers churned or until the as-of day. A customer is
 * gone on the day on which their first silence of so many days is complete, whether they come back
 * later or not: what is known of a day is not changed by what follows.
 */
final class DropoutCounts {
  private DropoutCounts() {}

  /**
   * One row per month of acquisition, days until gone or until the as-of day, and which of the two.
   *
   * @param days one row per customer and purchase day up to the as-of day
   * @param inactive how many days without a purchase are a silence
   */
  static Dataset<Row> of(Dataset<Row> days, AsOf asOf, int inactive) {
    WindowSpec customer = Window.partitionBy(SharedColumns.CUSTOMER_ID.col());
    Column seen = SurvivalColumns.SEEN_ON.col();
    Column next = lead(seen, 1).over(customer.orderBy(seen));
    Column since = SurvivalColumns.SINCE_ON.col();
    Column silent =
        coalesce(
            datediff(SurvivalColumns.NEXT_ON.col(), seen).gt(inactive),
            asOf.daysSince(seen).geq(inactive));
    Column gone = min(when(silent, datediff(seen, since).plus(inactive)));
    Column age = asOf.daysSince(min(seen));
    return days.select(
            SharedColumns.CUSTOMER_ID.col(),
            seen,
            SurvivalColumns.NEXT_ON.is(next),
            SurvivalColumns.SINCE_ON.is(min(seen).over(customer)))
        .groupBy(
            SharedColumns.CUSTOMER_ID.col(),
            SurvivalColumns.ACQUIRED.is(date_format(since, "yyyy-MM")))
        .agg(
            SurvivalColumns.UNTIL_DAYS.is(coalesce(gone, age)),
            SurvivalColumns.IS_GONE.is(gone.isNotNull()))
        .groupBy(
            SurvivalColumns.ACQUIRED.col(),
            SurvivalColumns.UNTIL_DAYS.col(),
            SurvivalColumns.IS_GONE.col())
        .agg(ValueColumns.CUSTOMERS.is(count(lit(1))));
  }
}
