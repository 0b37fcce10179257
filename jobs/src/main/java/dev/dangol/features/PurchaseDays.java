package dev.dangol.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.Columns;
import dev.dangol.table.DayColumns;
import dev.dangol.table.Purchases;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Purchase lines as what a customer bought on a day: one row per customer and day.
 *
 * <p>A line is a refund where it names an order that it refunds or its amount is negative. A refund
 * that names its order counts on that order's day; any other on its own, those of one order that is
 * not known on the day of the first. Lines without an order id are one order per customer and day.
 */
public final class PurchaseDays {
  /** Sums of decimals are the same in any order; sums of doubles are not. */
  private static final DataType PIECES = DataTypes.createDecimalType(18, 4);

  private PurchaseDays() {}

  /**
   * Aggregates lines to orders, then orders to days.
   *
   * @param margin share of net sales that is margin where lines carry no cost
   */
  public static Dataset<Row> of(Dataset<Row> purchases, AsOf asOf, OptionalDouble margin) {
    return days(orders(purchases.where(asOf.known(Purchases.PURCHASED_AT)), margin));
  }

  private static Dataset<Row> orders(Dataset<Row> lines, OptionalDouble margin) {
    Column day = to_date(Purchases.PURCHASED_AT.col());
    Column net = Purchases.NET_AMOUNT.col();
    Column refund = Purchases.REFUND_OF.col().isNotNull().or(net.lt(0));
    Column bought = when(refund.equalTo(false), net);
    Column order = coalesce(Purchases.REFUND_OF.col(), Columns.ORDER_ID.col());
    return lines
        .groupBy(
            Columns.CUSTOMER_ID.col(),
            DayColumns.ORDER_KEY.is(order),
            DayColumns.ORDER_DAY.is(when(order.isNull(), day)))
        .agg(
            DayColumns.ORDERED_ON.is(min(when(refund.equalTo(false), day))),
            DayColumns.COUNTED_ON.is(min(day)),
            DayColumns.NET.is(sum(net)),
            DayColumns.GROSS.is(coalesce(sum(bought), lit(0))),
            DayColumns.REFUNDED.is(coalesce(sum(when(refund, net.multiply(-1))), lit(0))),
            DayColumns.LIST.is(sum(when(refund.equalTo(false), listAmount()))),
            DayColumns.DISCOUNT.is(sum(when(refund.equalTo(false), discountAmount()))),
            DayColumns.MARGIN.is(margin(margin)),
            DayColumns.PROMOTED_ORDERS.is(
                max(Purchases.PROMOTION_ID.col().isNotNull().cast("int"))),
            DayColumns.LINED_ORDERS.is(
                max(
                    refund
                        .equalTo(false)
                        .and(Purchases.PRODUCT_LINE.col().isNotNull())
                        .cast("int"))),
            DayColumns.QUANTITY.is(
                sum(when(refund.equalTo(false), Purchases.QUANTITY.col().cast(PIECES)))));
  }

  private static Column listAmount() {
    return coalesce(
        Purchases.LIST_AMOUNT.col(),
        Purchases.NET_AMOUNT.col().plus(Purchases.DISCOUNT_AMOUNT.col()));
  }

  private static Column discountAmount() {
    return coalesce(
        Purchases.DISCOUNT_AMOUNT.col(),
        Purchases.LIST_AMOUNT.col().minus(Purchases.NET_AMOUNT.col()));
  }

  /** Net less cost where every line of the order has a cost, else the configured share of net. */
  private static Column margin(OptionalDouble share) {
    Column net = sum(Purchases.NET_AMOUNT.col());
    Column cost = Columns.COST_AMOUNT.col();
    Column costed = count(cost).equalTo(count(lit(1)));
    DataType type = DayColumns.MARGIN.type();
    Column byShare =
        share.isPresent() ? net.multiply(lit(BigDecimal.valueOf(share.getAsDouble()))) : lit(null);
    return when(costed, net.minus(sum(cost)).cast(type)).otherwise(byShare.cast(type));
  }

  private static Dataset<Row> days(Dataset<Row> orders) {
    Column day = coalesce(DayColumns.ORDERED_ON.col(), DayColumns.COUNTED_ON.col());
    Column isOrder = DayColumns.ORDERED_ON.col().isNotNull();
    return orders
        .groupBy(Columns.CUSTOMER_ID.col(), DayColumns.COUNTED_ON.is(day))
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
            DayColumns.LINED_ORDERS.is(sum(DayColumns.LINED_ORDERS.col())),
            DayColumns.QUANTITY.is(sum(DayColumns.QUANTITY.col())),
            DayColumns.DISCOUNTED_LIST.is(
                sum(when(DayColumns.DISCOUNT.col().gt(0), DayColumns.LIST.col()))),
            DayColumns.DISCOUNTED.is(
                sum(when(DayColumns.DISCOUNT.col().gt(0), DayColumns.DISCOUNT.col()))));
  }

  /** One row per customer with a purchase: the days on which he bought, in order. */
  static Dataset<Row> listed(Dataset<Row> days) {
    return days.where(DayColumns.ORDERS.col().gt(0))
        .groupBy(Columns.CUSTOMER_ID.col())
        .agg(DayColumns.PURCHASE_DAYS.is(sort_array(collect_list(DayColumns.COUNTED_ON.col()))));
  }

  /** The sum, or null where any part of it is not known. */
  static Column whole(Column amount) {
    return when(count(amount).equalTo(count(lit(1))), sum(amount));
  }
}
