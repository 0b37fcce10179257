package dev.dangol.value;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.SurvivalColumns;
import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Purchase histories of customers as of the end of any day, from their purchase days. */
public final class PurchaseHistories {
  private PurchaseHistories() {}

  /**
   * One row per customer who had bought by the day: frequency, recency and age, as {@code
   * customer_features} counts them.
   *
   * @param days one row per customer and purchase day
   */
  public static Dataset<Row> at(Dataset<Row> days, LocalDate day) {
    Column seen = SurvivalColumns.SEEN_ON.col();
    Column end = lit(Date.valueOf(day));
    return days.where(seen.leq(end))
        .groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(
            FeatureColumns.FREQUENCY.is(count(seen).minus(1)),
            FeatureColumns.RECENCY_DAYS.is(datediff(max(seen), min(seen))),
            FeatureColumns.AGE_DAYS.is(datediff(end, min(seen))));
  }
}
