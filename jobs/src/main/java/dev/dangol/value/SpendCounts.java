package dev.dangol.value;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.ValueColumns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Spend of repeat buyers, counted in one aggregation. Customers with the same frequency and mean
 * spends within one hundredth of each other form one group, so that the number of rows does not
 * grow with that of customers. Who spent nothing or less, refunds taken off, is left out.
 */
public final class SpendCounts {
  private static final double BINS = 100;

  private SpendCounts() {}

  /** One row per frequency and bin of mean spend, with the means of the customers in it. */
  public static Dataset<Row> of(Dataset<Row> features) {
    Column spend = FeatureColumns.MONETARY_VALUE.col();
    Column logSpend = log(spend.cast(DataTypes.DoubleType));
    Column customers = count(lit(1));
    return features
        .where(FeatureColumns.FREQUENCY.col().gt(0).and(spend.gt(0)))
        .groupBy(
            FeatureColumns.FREQUENCY.col(),
            ValueColumns.SPEND_BIN.is(floor(logSpend.multiply(BINS))))
        .agg(
            ValueColumns.CUSTOMERS.is(customers),
            ValueColumns.MEAN_SPEND.is(mean(sum(spend), customers)),
            ValueColumns.MEAN_LOG_SPEND.is(mean(sum(exact(logSpend)), customers)));
  }

  /** Decimals add up to the same whatever their order. */
  private static Column exact(Column logarithm) {
    return logarithm.cast(DataTypes.createDecimalType(20, 14));
  }

  private static Column mean(Column sum, Column customers) {
    return sum.cast(DataTypes.DoubleType).divide(customers);
  }
}
