package dev.dangol.features;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.Settings;
import dev.dangol.table.Columns;
import dev.dangol.table.DayColumns;
import dev.dangol.table.FeatureColumns;
import dev.dangol.table.Field;
import dev.dangol.table.Money;
import dev.dangol.table.Purchases;
import dev.dangol.table.SalesColumns;
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
  private static final Column ORDERS = sum(DayColumns.ORDERS.col());

  private PurchaseFeatures() {}

  /** One row per customer with a purchase; customers with nothing but refunds have none. */
  static Dataset<Row> perCustomer(Dataset<Row> days, Measuring measuring) {
    return family(measuring.settings())
        .aggregated(days.groupBy(Columns.CUSTOMER_ID.col()), measuring)
        .where(FeatureColumns.FIRST_ORDER_ON.col().isNotNull());
  }

  /** One row per customer with a purchase: the day of the first, and net sales to date. */
  public static Dataset<Row> buyers(Dataset<Row> days) {
    return days.groupBy(Columns.CUSTOMER_ID.col())
        .agg(
            FeatureColumns.FIRST_ORDER_ON.is(min(PURCHASE_DAY)),
            FeatureColumns.NET_SALES_LIFETIME.is(Money.amount(sum(DayColumns.NET.col()))))
        .where(FeatureColumns.FIRST_ORDER_ON.col().isNotNull());
  }

  /** What is measured for each customer with a purchase day. */
  static Family family(Settings settings) {
    List<Integer> windows = settings.features().windows();
    List<Measure> measures = new ArrayList<>();
    measures.addAll(timing());
    measures.addAll(amounts());
    measures.add(margin(settings));
    measures.addAll(prices());
    measures.add(SalesGrowth.measure(windows));
    windows.forEach(window -> measures.addAll(RecentPurchases.measures(window, settings)));
    return new Family(Sources.PURCHASES, measures);
  }

  private static List<Measure> timing() {
    Column first = min(PURCHASE_DAY);
    Column last = max(PURCHASE_DAY);
    Column repeats = count(PURCHASE_DAY).minus(1);
    return List.of(
        Measure.of(FeatureColumns.FIRST_ORDER_ON, day -> first),
        Measure.of(FeatureColumns.LAST_ORDER_ON, day -> last),
        Measure.of(FeatureColumns.FREQUENCY, day -> repeats),
        Measure.of(FeatureColumns.RECENCY_DAYS, day -> datediff(last, first)),
        Measure.of(FeatureColumns.AGE_DAYS, day -> day.daysSince(first)),
        Measure.of(FeatureColumns.DAYS_SINCE_LAST_ORDER, day -> day.daysSince(last)));
  }

  private static List<Measure> amounts() {
    Column repeats = count(PURCHASE_DAY).minus(1);
    Column repeatSales = sum(PURCHASE_NET).minus(min_by(DayColumns.NET.col(), PURCHASE_DAY));
    Column net = Money.amount(sum(DayColumns.NET.col()));
    return List.of(
        Measure.of(
            FeatureColumns.MONETARY_VALUE,
            day -> when(repeats.gt(0), Money.amount(repeatSales).divide(repeats))),
        Measure.of(FeatureColumns.ORDERS_LIFETIME, day -> ORDERS),
        Measure.of(FeatureColumns.NET_SALES_LIFETIME, day -> net),
        Measure.of(
            FeatureColumns.REFUNDS_LIFETIME, day -> Money.amount(sum(DayColumns.REFUNDED.col()))),
        Measure.of(FeatureColumns.ORDER_VALUE, day -> Quotient.of(net, ORDERS)),
        Measure.of(
            SalesColumns.ITEMS_LIFETIME,
            day -> Money.amount(sum(DayColumns.QUANTITY.col())),
            Purchases.QUANTITY),
        Measure.of(
            FeatureColumns.REFUND_SHARE,
            day -> Quotient.share(sum(DayColumns.REFUNDED.col()), sum(DayColumns.GROSS.col()))));
  }

  private static List<Measure> prices() {
    Column priced = sum(DayColumns.PRICED_ORDERS.col());
    Column fullPrice = priced.minus(sum(DayColumns.DISCOUNTED_ORDERS.col()));
    Column unpromoted = ORDERS.minus(sum(DayColumns.PROMOTED_ORDERS.col()));
    Column discount = sum(DayColumns.DISCOUNT.col());
    Column depth =
        Quotient.share(sum(DayColumns.DISCOUNTED.col()), sum(DayColumns.DISCOUNTED_LIST.col()));
    return List.of(
        priced(FeatureColumns.DISCOUNT_SHARE, Quotient.share(discount, sum(DayColumns.LIST.col()))),
        priced(FeatureColumns.FULL_PRICE_SHARE, Quotient.of(fullPrice, priced)),
        priced(SalesColumns.DISCOUNT_DEPTH, depth),
        priced(SalesColumns.DISCOUNTS_LIFETIME, Money.amount(discount)),
        Measure.of(
            FeatureColumns.PROMOTION_FREE_SHARE,
            day -> Quotient.of(unpromoted, ORDERS),
            Purchases.PROMOTION_ID),
        Measure.of(
            SalesColumns.PROMOTION_FREE_ORDERS_LIFETIME,
            day -> unpromoted,
            Purchases.PROMOTION_ID));
  }

  private static Measure margin(Settings settings) {
    return costed(
        Measure.of(
            SalesColumns.MARGIN_LIFETIME,
            day -> Money.amount(PurchaseDays.whole(DayColumns.MARGIN.col()))),
        settings);
  }

  /** Where a share of sales stands for the margin, no cost is needed. */
  static Measure costed(Measure measure, Settings settings) {
    return settings.value().margin().isPresent() ? measure : measure.withAnyOf(Columns.COST_AMOUNT);
  }

  private static Measure priced(Field field, Column value) {
    return priced(Measure.of(field, day -> value));
  }

  static Measure priced(Measure measure) {
    return measure.withAnyOf(Purchases.LIST_AMOUNT, Purchases.DISCOUNT_AMOUNT);
  }
}
