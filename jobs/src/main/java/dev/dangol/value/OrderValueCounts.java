package dev.dangol.value;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.ValueColumns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A customer base as counted histories, with the expected value of their orders. */
final class OrderValueCounts {
  private OrderValueCounts() {}

  /**
   * As {@link PurchaseCounts#of}, with the order values of the customers added up.
   *
   * @param orderValue the expected value of an order of a customer
   */
  static Dataset<Row> of(Dataset<Row> features, Column orderValue, int binDays) {
    Column customers = count(lit(1));
    Column exact = orderValue.cast(ValueColumns.EXPECTED_ORDER_VALUE.type());
    return features
        .groupBy(
            FeatureColumns.FREQUENCY.col(),
            ValueColumns.RECENCY_BIN.is(floor(FeatureColumns.RECENCY_DAYS.col().divide(binDays))),
            ValueColumns.AGE_BIN.is(floor(FeatureColumns.AGE_DAYS.col().divide(binDays))))
        .agg(
            ValueColumns.CUSTOMERS.is(customers),
            ValueColumns.WORTH.is(coalesce(sum(exact), lit(0))),
            ValueColumns.MEAN_RECENCY_DAYS.is(
                sum(FeatureColumns.RECENCY_DAYS.col()).divide(customers)),
            ValueColumns.MEAN_AGE_DAYS.is(sum(FeatureColumns.AGE_DAYS.col()).divide(customers)));
  }
}
