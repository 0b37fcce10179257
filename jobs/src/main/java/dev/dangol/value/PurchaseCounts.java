package dev.dangol.value;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.ValueColumns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A customer base as counted purchase histories, in one aggregation. They are all that a model of
 * purchases is fitted to.
 */
public final class PurchaseCounts {
  private PurchaseCounts() {}

  /**
   * One row per distinct frequency and bins of recency and age, with the means of the customers in
   * it and their number.
   *
   * @param features the columns of customer_features on frequency, recency and age
   * @param binDays the number of days in a bin: with 1 every history is kept apart
   */
  public static Dataset<Row> of(Dataset<Row> features, int binDays) {
    Column customers = count(lit(1));
    return features
        .groupBy(
            FeatureColumns.FREQUENCY.col(),
            bin(FeatureColumns.RECENCY_DAYS, ValueColumns.RECENCY_BIN, binDays),
            bin(FeatureColumns.AGE_DAYS, ValueColumns.AGE_BIN, binDays))
        .agg(
            ValueColumns.CUSTOMERS.is(customers),
            ValueColumns.MEAN_RECENCY_DAYS.is(
                sum(FeatureColumns.RECENCY_DAYS.col()).divide(customers)),
            ValueColumns.MEAN_AGE_DAYS.is(sum(FeatureColumns.AGE_DAYS.col()).divide(customers)));
  }

  private static Column bin(Field days, Field bin, int binDays) {
    return bin.is(floor(days.col().divide(binDays)));
  }
}
