package dev.dangol.value;

import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.SurvivalColumns;
import dev.dangol.table.results.ValueColumns;
import dev.dangol.table.results.ValueModelColumns;
import dev.dangol.value.model.PurchaseHistory;
import java.sql.Date;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Weekly purchases of a customer base, and the ages of its customers. */
final class WeekCounts {
  private WeekCounts() {}

  /**
   * Repeat purchase days by week, of customers who had bought by the cut; a week without any has no
   * row.
   *
   * @param days one row per customer and purchase day
   */
  static Dataset<Row> repeats(Dataset<Row> days, CalibrationSplit cut) {
    Column seen = SurvivalColumns.SEEN_ON.col();
    Column from = lit(Date.valueOf(cut.from()));
    Column first = min(seen).over(Window.partitionBy(SharedColumns.CUSTOMER_ID.col()));
    return days.where(seen.leq(lit(Date.valueOf(cut.to()))))
        .withColumn(SurvivalColumns.SINCE_ON.name(), first)
        .where(
            SurvivalColumns.SINCE_ON.col().leq(from).and(seen.gt(SurvivalColumns.SINCE_ON.col())))
        .groupBy(ValueModelColumns.WEEK.is(ceil(datediff(seen, from).divide(PurchaseHistory.WEEK))))
        .agg(ValueColumns.LATER_ORDERS.is(count(lit(1))));
  }

  /** Customers by age. */
  static Dataset<Row> ages(Dataset<Row> histories) {
    return histories
        .groupBy(FeatureColumns.AGE_DAYS.col())
        .agg(ValueColumns.CUSTOMERS.is(count(lit(1))));
  }
}
