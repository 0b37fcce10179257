package dev.dangol.features.purchases;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.Settings;
import dev.dangol.features.measure.ExactQuotient;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.FeatureFamily;
import dev.dangol.features.measure.FeatureMeasure;
import dev.dangol.table.DayColumns;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.SalesColumns;
import dev.dangol.table.sources.MoneyArithmetic;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Sources;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Features of a customer's purchases: frequency, recency, monetary value, and price paid.
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
  public static Dataset<Row> perCustomer(Dataset<Row> days, FeatureContext measuring) {
    return family(measuring.settings())
        .aggregate(days.groupBy(SharedColumns.CUSTOMER_ID.col()), measuring)
        .where(FeatureColumns.FIRST_ORDER_ON.col().isNotNull());
  }

  /** One row per customer with a purchase: the day of the first, and net sales to date. */
  public static Dataset<Row> buyers(Dataset<Row> days) {
    return days.groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(
            FeatureColumns.FIRST_ORDER_ON.is(min(PURCHASE_DAY)),
            FeatureColumns.NET_SALES_LIFETIME.is(MoneyArithmetic.amount(sum(DayColumns.NET.col()))))
        .where(FeatureColumns.FIRST_ORDER_ON.col().isNotNull());
  }

  /** The measures of each customer with a purchase day. */
  public static FeatureFamily family(Settings settings) {
    List<Integer> windows = settings.features().windows();
    List<FeatureMeasure> measures = new ArrayList<>();
    measures.addAll(timing());
    measures.addAll(amounts());
    measures.add(margin(settings));
    measures.addAll(prices());
    measures.add(SalesGrowth.measure(windows));
    measures.addAll(DecayedPurchases.measures(settings.features().halfLifeDays()));
    windows.forEach(window -> measures.addAll(RecentPurchases.measures(window, settings)));
    return new FeatureFamily(Sources.PURCHASES, measures);
  }

  private static List<FeatureMeasure> timing() {
    Column first = min(PURCHASE_DAY);
    Column last = max(PURCHASE_DAY);
    Column repeats = count(PURCHASE_DAY).minus(1);
    return List.of(
        FeatureMeasure.of(FeatureColumns.FIRST_ORDER_ON, day -> first),
        FeatureMeasure.of(FeatureColumns.LAST_ORDER_ON, day -> last),
        FeatureMeasure.of(FeatureColumns.FREQUENCY, day -> repeats),
        FeatureMeasure.of(FeatureColumns.RECENCY_DAYS, day -> datediff(last, first)),
        FeatureMeasure.of(FeatureColumns.AGE_DAYS, day -> day.daysSince(first)),
        FeatureMeasure.of(FeatureColumns.DAYS_SINCE_LAST_ORDER, day -> day.daysSince(last)));
  }

  private static List<FeatureMeasure> amounts() {
    Column repeats = count(PURCHASE_DAY).minus(1);
    Column repeatSales = sum(PURCHASE_NET).minus(min_by(DayColumns.NET.col(), PURCHASE_DAY));
    Column net = MoneyArithmetic.amount(sum(DayColumns.NET.col()));
    return List.of(
        FeatureMeasure.of(
            FeatureColumns.MONETARY_VALUE,
            day -> when(repeats.gt(0), MoneyArithmetic.amount(repeatSales).divide(repeats))),
        FeatureMeasure.of(FeatureColumns.ORDERS_LIFETIME, day -> ORDERS),
        FeatureMeasure.of(FeatureColumns.NET_SALES_LIFETIME, day -> net),
        FeatureMeasure.of(
            FeatureColumns.REFUNDS_LIFETIME,
            day -> MoneyArithmetic.amount(sum(DayColumns.REFUNDED.col()))),
        FeatureMeasure.of(FeatureColumns.ORDER_VALUE, day -> ExactQuotient.of(net, ORDERS)),
        FeatureMeasure.of(
            SalesColumns.ITEMS_LIFETIME,
            day -> MoneyArithmetic.amount(sum(DayColumns.QUANTITY.col())),
            PurchaseSource.QUANTITY),
        FeatureMeasure.of(
            FeatureColumns.REFUND_SHARE,
            day ->
                ExactQuotient.share(sum(DayColumns.REFUNDED.col()), sum(DayColumns.GROSS.col()))));
  }

  private static List<FeatureMeasure> prices() {
    Column priced = sum(DayColumns.PRICED_ORDERS.col());
    Column fullPrice = priced.minus(sum(DayColumns.DISCOUNTED_ORDERS.col()));
    Column unpromoted = ORDERS.minus(sum(DayColumns.PROMOTED_ORDERS.col()));
    Column discount = sum(DayColumns.DISCOUNT.col());
    Column depth =
        ExactQuotient.share(
            sum(DayColumns.DISCOUNTED.col()), sum(DayColumns.DISCOUNTED_LIST.col()));
    return List.of(
        withPrices(
            FeatureColumns.DISCOUNT_SHARE,
            ExactQuotient.share(discount, sum(DayColumns.LIST.col()))),
        withPrices(FeatureColumns.FULL_PRICE_SHARE, ExactQuotient.of(fullPrice, priced)),
        withPrices(SalesColumns.DISCOUNT_DEPTH, depth),
        withPrices(SalesColumns.DISCOUNTS_LIFETIME, MoneyArithmetic.amount(discount)),
        FeatureMeasure.of(
            FeatureColumns.PROMOTION_FREE_SHARE,
            day -> ExactQuotient.of(unpromoted, ORDERS),
            PurchaseSource.PROMOTION_ID),
        FeatureMeasure.of(
            SalesColumns.PROMOTION_FREE_ORDERS_LIFETIME,
            day -> unpromoted,
            PurchaseSource.PROMOTION_ID));
  }

  private static FeatureMeasure margin(Settings settings) {
    return withCost(
        FeatureMeasure.of(
            SalesColumns.MARGIN_LIFETIME,
            day -> MoneyArithmetic.amount(PurchaseDays.whole(DayColumns.MARGIN.col()))),
        settings);
  }

  /** No cost is needed where the margin is set as a share of sales. */
  static FeatureMeasure withCost(FeatureMeasure measure, Settings settings) {
    return settings.value().margin().isPresent()
        ? measure
        : measure.withAnyOf(SharedColumns.COST_AMOUNT);
  }

  private static FeatureMeasure withPrices(Field field, Column value) {
    return withPrices(FeatureMeasure.of(field, day -> value));
  }

  static FeatureMeasure withPrices(FeatureMeasure measure) {
    return measure.withAnyOf(PurchaseSource.LIST_AMOUNT, PurchaseSource.DISCOUNT_AMOUNT);
  }
}
