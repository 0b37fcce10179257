package dev.dangol.features;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.Columns;
import dev.dangol.table.DayColumns;
import dev.dangol.table.FeatureColumns;
import dev.dangol.table.Field;
import dev.dangol.table.Purchases;
import dev.dangol.table.Sources;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a customer's purchases say of him: how often, how lately, how much, and at what price.
 *
 * <p>Frequency, recency and age follow Fader, Hardie and Lee, "Counting Your Customers the Easy
 * Way" (2005), counted in days: x is the number of repeat purchase days, t_x runs from the first
 * purchase to the latest, T from the first to the end of observation.
 */
public final class PurchaseFeatures {
  private static final Column PURCHASE_DAY =
      when(DayColumns.ORDERS.col().gt(0), DayColumns.COUNTED_ON.col());
  private static final Column PURCHASE_NET =
      when(DayColumns.ORDERS.col().gt(0), DayColumns.NET.col());

  private PurchaseFeatures() {}

  /**
   * One row per customer with a purchase, and the list of his purchase days beside the measures;
   * customers with nothing but refunds have none.
   */
  public static Dataset<Row> perCustomer(
      Dataset<Row> days, AsOf asOf, List<Integer> windows, MappedColumns mapped) {
    List<Column> measures = new ArrayList<>();
    measures.addAll(timing(asOf));
    measures.addAll(amounts());
    measures.addAll(prices(mapped));
    windows.forEach(window -> measures.addAll(inWindow(asOf, window)));
    return days.groupBy(Columns.CUSTOMER_ID.col())
        .agg(measures.get(0), measures.subList(1, measures.size()).toArray(Column[]::new))
        .where(FeatureColumns.FIRST_ORDER_ON.col().isNotNull());
  }

  /** One row per customer with a purchase: the day of the first, and net sales to date. */
  public static Dataset<Row> buyers(Dataset<Row> days) {
    return days.groupBy(Columns.CUSTOMER_ID.col())
        .agg(
            FeatureColumns.FIRST_ORDER_ON.is(min(PURCHASE_DAY)),
            FeatureColumns.NET_SALES_LIFETIME.is(sum(DayColumns.NET.col())))
        .where(FeatureColumns.FIRST_ORDER_ON.col().isNotNull());
  }

  private static List<Column> timing(AsOf asOf) {
    Column first = min(PURCHASE_DAY);
    Column last = max(PURCHASE_DAY);
    Column repeats = count(PURCHASE_DAY).minus(1);
    return List.of(
        FeatureColumns.FIRST_ORDER_ON.is(first),
        FeatureColumns.LAST_ORDER_ON.is(last),
        FeatureColumns.FREQUENCY.is(repeats),
        FeatureColumns.RECENCY_DAYS.is(datediff(last, first)),
        FeatureColumns.AGE_DAYS.is(asOf.daysSince(first)),
        FeatureColumns.DAYS_SINCE_LAST_ORDER.is(asOf.daysSince(last)),
        FeatureColumns.DAYS_BETWEEN_ORDERS.is(ratio(datediff(last, first), repeats)),
        DayColumns.PURCHASE_DAYS.is(sort_array(collect_list(PURCHASE_DAY))));
  }

  private static List<Column> amounts() {
    Column repeats = count(PURCHASE_DAY).minus(1);
    Column repeatSales = sum(PURCHASE_NET).minus(min_by(DayColumns.NET.col(), PURCHASE_DAY));
    Column orders = sum(DayColumns.ORDERS.col());
    Column net = sum(DayColumns.NET.col());
    return List.of(
        FeatureColumns.MONETARY_VALUE.is(when(repeats.gt(0), repeatSales.divide(repeats))),
        FeatureColumns.ORDERS_LIFETIME.is(orders),
        FeatureColumns.NET_SALES_LIFETIME.is(net),
        FeatureColumns.REFUNDS_LIFETIME.is(sum(DayColumns.REFUNDED.col())),
        FeatureColumns.ORDER_VALUE.is(ratio(net, orders)),
        FeatureColumns.REFUND_SHARE.is(
            share(sum(DayColumns.REFUNDED.col()), sum(DayColumns.GROSS.col()))));
  }

  private static List<Column> prices(MappedColumns mapped) {
    boolean discounts =
        mapped.has(Sources.PURCHASES, Purchases.LIST_AMOUNT)
            || mapped.has(Sources.PURCHASES, Purchases.DISCOUNT_AMOUNT);
    Column orders = sum(DayColumns.ORDERS.col());
    Column priced = sum(DayColumns.PRICED_ORDERS.col());
    Column fullPrice = priced.minus(sum(DayColumns.DISCOUNTED_ORDERS.col()));
    Column unpromoted = orders.minus(sum(DayColumns.PROMOTED_ORDERS.col()));
    Column discountShare = share(sum(DayColumns.DISCOUNT.col()), sum(DayColumns.LIST.col()));
    Column categories = array_distinct(flatten(collect_list(DayColumns.CATEGORIES.col())));
    return List.of(
        known(discounts, FeatureColumns.DISCOUNT_SHARE, discountShare),
        known(discounts, FeatureColumns.FULL_PRICE_SHARE, ratio(fullPrice, priced)),
        known(
            mapped.has(Sources.PURCHASES, Purchases.PROMOTION_ID),
            FeatureColumns.PROMOTION_FREE_SHARE,
            ratio(unpromoted, orders)),
        known(
            mapped.has(Sources.PURCHASES, Columns.CATEGORY),
            FeatureColumns.CATEGORIES_LIFETIME,
            nullif(array_size(categories), lit(0))));
  }

  private static List<Column> inWindow(AsOf asOf, int window) {
    Column recent = asOf.within(DayColumns.COUNTED_ON.col(), window);
    Column orders = sum(when(recent, DayColumns.ORDERS.col()));
    Column net = sum(when(recent, DayColumns.NET.col()));
    return List.of(
        FeatureColumns.orders(window).is(coalesce(orders, lit(0))),
        FeatureColumns.netSales(window).is(coalesce(net, lit(0))));
  }

  private static Column known(boolean measured, Field field, Column value) {
    return measured ? field.is(value) : field.none();
  }

  /** A quotient that is kept within 0 to 1, whatever corrections the amounts hold. */
  private static Column share(Column part, Column whole) {
    Column quotient = part.cast("double").divide(whole.cast("double"));
    return when(whole.gt(0), greatest(lit(0.0), least(lit(1.0), quotient)));
  }

  /** A quotient as a real number; null where there is nothing to divide by. */
  private static Column ratio(Column part, Column whole) {
    return when(whole.gt(0), part.cast("double").divide(whole.cast("double")));
  }
}
