package dev.dangol.value;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.ValueColumns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Outcomes of customers with the same history between two days, counted in one aggregation. */
public final class OutcomeCounts {
  private OutcomeCounts() {}

  /** The customers of the later day who were known on the earlier one. */
  public static Dataset<Row> knownBefore(Dataset<Row> later, Dataset<Row> earlier) {
    Dataset<Row> customers = earlier.select(SharedColumns.CUSTOMER_ID.col());
    return later.join(customers, new String[] {SharedColumns.CUSTOMER_ID.name()}, "left_semi");
  }

  /**
   * One row per distinct frequency, bins of recency and age, and days with purchases between the
   * two days, with the means of the customers in it and their number.
   *
   * @param earlier customer_features of the earlier day
   * @param later of the later one; customers who are new in it are left out
   * @param binDays the number of days in a bin
   */
  public static Dataset<Row> of(Dataset<Row> earlier, Dataset<Row> later, int binDays) {
    Dataset<Row> grown =
        later.select(
            SharedColumns.CUSTOMER_ID.col(),
            ValueColumns.LATER_FREQUENCY.is(FeatureColumns.FREQUENCY.col()));
    Column orders = ValueColumns.LATER_FREQUENCY.col().minus(FeatureColumns.FREQUENCY.col());
    Column customers = count(lit(1));
    return earlier
        .join(grown, new String[] {SharedColumns.CUSTOMER_ID.name()}, "inner")
        .groupBy(
            FeatureColumns.FREQUENCY.col(),
            ValueColumns.RECENCY_BIN.is(floor(FeatureColumns.RECENCY_DAYS.col().divide(binDays))),
            ValueColumns.AGE_BIN.is(floor(FeatureColumns.AGE_DAYS.col().divide(binDays))),
            ValueColumns.LATER_ORDERS.is(greatest(orders, lit(0L))))
        .agg(
            ValueColumns.CUSTOMERS.is(customers),
            ValueColumns.MEAN_RECENCY_DAYS.is(
                sum(FeatureColumns.RECENCY_DAYS.col()).divide(customers)),
            ValueColumns.MEAN_AGE_DAYS.is(sum(FeatureColumns.AGE_DAYS.col()).divide(customers)));
  }
}
