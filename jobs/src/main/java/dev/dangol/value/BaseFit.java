package dev.dangol.value;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.table.Cells;
import dev.dangol.table.Columns;
import dev.dangol.table.FeatureColumns;
import dev.dangol.table.SalesColumns;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a customer base is as a whole; each answer is one Spark job. */
public final class BaseFit {
  private BaseFit() {}

  /** Of customer_features, what models of customers look at. */
  public static Dataset<Row> customers(Dataset<Row> features) {
    return features.select(
        Columns.CUSTOMER_ID.col(),
        FeatureColumns.FREQUENCY.col(),
        FeatureColumns.RECENCY_DAYS.col(),
        FeatureColumns.AGE_DAYS.col(),
        FeatureColumns.MONETARY_VALUE.col(),
        FeatureColumns.NET_SALES_LIFETIME.col(),
        SalesColumns.MARGIN_LIFETIME.col());
  }

  /** Days since the first purchase of all; 0 without customers. */
  public static long oldestAge(Dataset<Row> customers) {
    Column oldest = FeatureColumns.AGE_DAYS.is(max(FeatureColumns.AGE_DAYS.col()));
    return new Cells(customers.agg(oldest).head()).count(FeatureColumns.AGE_DAYS);
  }

  /**
   * The share of net sales that is margin, over customers whose margin is known; empty where there
   * are none, or they brought nothing.
   */
  public static OptionalDouble margin(Dataset<Row> customers) {
    Column margin = SalesColumns.MARGIN_LIFETIME.col();
    Row sums =
        customers
            .where(margin.isNotNull())
            .agg(
                SalesColumns.MARGIN_LIFETIME.is(sum(margin)),
                FeatureColumns.NET_SALES_LIFETIME.is(sum(FeatureColumns.NET_SALES_LIFETIME.col())))
            .head();
    double net = new Cells(sums).total(FeatureColumns.NET_SALES_LIFETIME).doubleValue();
    double left = new Cells(sums).total(SalesColumns.MARGIN_LIFETIME).doubleValue();
    return net > 0 ? OptionalDouble.of(left / net) : OptionalDouble.empty();
  }
}
