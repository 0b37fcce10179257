package dev.dangol.features.purchases;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.SharedColumns;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Purchase days: purchase lines aggregated to one row per customer and day.
 *
 * <p>Lines make orders as {@link PurchaseOrders} has it. A refund that names its order counts on
 * that order's day; any other on its own, those of one order that is not known on the day of the
 * first.
 */
public final class PurchaseDays {
  private PurchaseDays() {}

  /**
   * Aggregates lines to orders, then orders to days.
   *
   * @param margin share of net sales that is margin where lines carry no cost
   */
  public static Dataset<Row> of(Dataset<Row> purchases, AsOf asOf, OptionalDouble margin) {
    return of(PurchaseOrders.of(purchases, asOf, margin));
  }

  /** The family that folds the same days: their orders, net and gross amount, and margin. */
  public static FoldedFamily folded(OptionalDouble margin) {
    return new DayFold(margin.orElse(Double.NaN));
  }

  /** Aggregates orders to days. */
  public static Dataset<Row> of(Dataset<Row> orders) {
    Column day = coalesce(DayColumns.ORDERED_ON.col(), DayColumns.COUNTED_ON.col());
    Column isOrder = DayColumns.ORDERED_ON.col().isNotNull();
    return orders
        .groupBy(SharedColumns.CUSTOMER_ID.col(), DayColumns.COUNTED_ON.is(day))
        .agg(
            DayColumns.ORDERS.is(count(DayColumns.ORDERED_ON.col())),
            DayColumns.PRICED_ORDERS.is(
                count_if(isOrder.and(DayColumns.DISCOUNT.col().isNotNull()))),
            DayColumns.DISCOUNTED_ORDERS.is(count_if(isOrder.and(DayColumns.DISCOUNT.col().gt(0)))),
            DayColumns.PROMOTED_ORDERS.is(
                count_if(isOrder.and(DayColumns.PROMOTED_ORDERS.col().gt(0)))),
            DayColumns.NET.is(sum(DayColumns.NET.col())),
            DayColumns.GROSS.is(sum(DayColumns.GROSS.col())),
            DayColumns.REFUNDED.is(sum(DayColumns.REFUNDED.col())),
            DayColumns.LIST.is(sum(DayColumns.LIST.col())),
            DayColumns.DISCOUNT.is(sum(DayColumns.DISCOUNT.col())),
            DayColumns.MARGIN.is(whole(DayColumns.MARGIN.col())),
            DayColumns.QUANTITY.is(sum(DayColumns.QUANTITY.col())),
            DayColumns.DISCOUNTED_LIST.is(
                sum(when(DayColumns.DISCOUNT.col().gt(0), DayColumns.LIST.col()))),
            DayColumns.DISCOUNTED.is(
                sum(when(DayColumns.DISCOUNT.col().gt(0), DayColumns.DISCOUNT.col()))));
  }

  /** One row per customer with a purchase: the days on which they bought, in order. */
  public static Dataset<Row> perCustomer(Dataset<Row> days) {
    return days.where(DayColumns.ORDERS.col().gt(0))
        .groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(DayColumns.PURCHASE_DAYS.is(sort_array(collect_list(DayColumns.COUNTED_ON.col()))));
  }

  /** The sum, or null where any part of it is not known. */
  static Column whole(Column amount) {
    return when(count(amount).equalTo(count(lit(1))), sum(amount));
  }
}
