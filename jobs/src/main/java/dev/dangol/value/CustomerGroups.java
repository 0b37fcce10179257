package dev.dangol.value;

import static org.apache.spark.sql.functions.date_format;

import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.AcquisitionColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.ValueGroupColumns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Purchase histories of customers, with the groups they belong to from their first purchase on. */
public final class CustomerGroups {
  private CustomerGroups() {}

  /**
   * One row per customer: frequency, recency, age, the month of the first purchase and what brought
   * them to the business.
   *
   * @param features customer_features of one day
   */
  public static Dataset<Row> of(Dataset<Row> features) {
    Column month = date_format(FeatureColumns.FIRST_ORDER_ON.col(), "yyyy-MM");
    return features.select(
        SharedColumns.CUSTOMER_ID.col(),
        FeatureColumns.FREQUENCY.col(),
        FeatureColumns.RECENCY_DAYS.col(),
        FeatureColumns.AGE_DAYS.col(),
        ValueGroupColumns.ACQUIRED_MONTH.is(month),
        AcquisitionColumns.ACQUIRED_BY.col());
  }

  /**
   * The same, with channel and product line of the first purchase.
   *
   * @param first at most one row per customer
   */
  public static Dataset<Row> of(Dataset<Row> features, Dataset<Row> first) {
    return of(features).join(first, SharedColumns.CUSTOMER_ID.name(), "left");
  }
}
