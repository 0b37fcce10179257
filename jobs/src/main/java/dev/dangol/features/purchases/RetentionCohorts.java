package dev.dangol.features.purchases;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.RhythmColumns;
import dev.dangol.table.results.RetentionColumns;
import dev.dangol.table.sources.MoneyArithmetic;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Retention cohorts: customers by month of first purchase, and their purchases in each month since.
 * Every month up to the one of the as-of day has its row: a month without an order is a fact.
 */
public final class RetentionCohorts {
  private static final Field MONTH = Field.day("month", "The first day of a calendar month.");

  private RetentionCohorts() {}

  /**
   * One row per month of acquisition and age in months.
   *
   * @param days what each customer bought on each day, as {@link PurchaseDays} gives it
   * @param customers those of the same day in {@code customer_features}
   */
  public static Dataset<Row> of(Dataset<Row> days, Dataset<Row> customers, AsOf asOf) {
    Dataset<Row> activity = activity(days);
    Dataset<Row> grid = grid(activity, asOf);
    String[] key = {
      RetentionColumns.ACQUIRED_MONTH.name(), RetentionColumns.AGE_MONTHS.name(),
    };
    Column active = coalesce(RetentionColumns.ACTIVE_CUSTOMERS.col(), lit(0));
    Column margin = RetentionColumns.MARGIN.col();
    Column idle = RetentionColumns.ACTIVE_CUSTOMERS.col().isNull();
    Column everKnown = count(margin).over(Window.partitionBy()).gt(0);
    return grid.join(byAge(activity), key, "left")
        .join(oneAndDone(customers), RetentionColumns.ACQUIRED_MONTH.name(), "left")
        .select(
            SharedColumns.AS_OF.is(asOf.column()),
            RetentionColumns.ACQUIRED_MONTH.col(),
            RetentionColumns.AGE_MONTHS.col(),
            RetentionColumns.CUSTOMERS.col(),
            RetentionColumns.ACTIVE_CUSTOMERS.is(active),
            RetentionColumns.ORDERS.is(coalesce(RetentionColumns.ORDERS.col(), lit(0))),
            RetentionColumns.NET_SALES.is(coalesce(RetentionColumns.NET_SALES.col(), lit(0))),
            RetentionColumns.MARGIN.is(when(idle.and(everKnown), lit(0)).otherwise(margin)),
            RetentionColumns.RETENTION_RATE.is(
                active.cast("double").divide(RetentionColumns.CUSTOMERS.col())),
            RetentionColumns.ONE_AND_DONE_SHARE.col());
  }

  /**
   * One row per customer and month in which a purchase or refund counts, with the month of the
   * first order.
   */
  private static Dataset<Row> activity(Dataset<Row> days) {
    Dataset<Row> months =
        days.groupBy(
                SharedColumns.CUSTOMER_ID.col(),
                MONTH.is(trunc(DayColumns.COUNTED_ON.col(), "month")))
            .agg(
                DayColumns.ORDERS.is(sum(DayColumns.ORDERS.col())),
                DayColumns.NET.is(sum(DayColumns.NET.col())),
                DayColumns.MARGIN.is(PurchaseDays.whole(DayColumns.MARGIN.col())));
    Column purchaseMonth = when(DayColumns.ORDERS.col().gt(0), MONTH.col());
    Column acquired = min(purchaseMonth).over(Window.partitionBy(SharedColumns.CUSTOMER_ID.col()));
    return months
        .withColumn(RetentionColumns.ACQUIRED_MONTH.name(), acquired)
        .where(RetentionColumns.ACQUIRED_MONTH.col().isNotNull());
  }

  private static Dataset<Row> byAge(Dataset<Row> activity) {
    Column age =
        greatest(lit(0), monthsBetween(RetentionColumns.ACQUIRED_MONTH.col(), MONTH.col()));
    return activity
        .groupBy(RetentionColumns.ACQUIRED_MONTH.col(), RetentionColumns.AGE_MONTHS.is(age))
        .agg(
            RetentionColumns.ACTIVE_CUSTOMERS.is(count_if(DayColumns.ORDERS.col().gt(0))),
            RetentionColumns.ORDERS.is(sum(DayColumns.ORDERS.col())),
            RetentionColumns.NET_SALES.is(MoneyArithmetic.amount(sum(DayColumns.NET.col()))),
            RetentionColumns.MARGIN.is(
                MoneyArithmetic.amount(PurchaseDays.whole(DayColumns.MARGIN.col()))));
  }

  private static Dataset<Row> oneAndDone(Dataset<Row> customers) {
    Column acquired = trunc(FeatureColumns.FIRST_ORDER_ON.col(), "month");
    Column share = avg(RhythmColumns.ONE_AND_DONE.col().cast("int"));
    return customers
        .groupBy(RetentionColumns.ACQUIRED_MONTH.is(acquired))
        .agg(RetentionColumns.ONE_AND_DONE_SHARE.is(share));
  }

  /** Every month of acquisition with its customers, at every age it has reached. */
  private static Dataset<Row> grid(Dataset<Row> activity, AsOf asOf) {
    Column isFirst =
        MONTH
            .col()
            .equalTo(RetentionColumns.ACQUIRED_MONTH.col())
            .and(DayColumns.ORDERS.col().gt(0));
    Column lastAge =
        monthsBetween(RetentionColumns.ACQUIRED_MONTH.col(), trunc(asOf.column(), "month"));
    return activity
        .where(isFirst)
        .groupBy(RetentionColumns.ACQUIRED_MONTH.col())
        .agg(RetentionColumns.CUSTOMERS.is(count(lit(1))))
        .select(
            RetentionColumns.ACQUIRED_MONTH.col(),
            RetentionColumns.CUSTOMERS.col(),
            explode(sequence(lit(0L), lastAge.cast("bigint")))
                .as(RetentionColumns.AGE_MONTHS.name()));
  }

  private static Column monthsBetween(Column earlier, Column later) {
    return year(later).minus(year(earlier)).multiply(12).plus(month(later)).minus(month(earlier));
  }
}
