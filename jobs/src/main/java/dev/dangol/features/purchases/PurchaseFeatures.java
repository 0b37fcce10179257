package dev.dangol.features.purchases;

import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.Settings;
import dev.dangol.features.fold.FoldedFamily;
import dev.dangol.features.measure.ExactQuotient;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.features.measure.FeatureFamily;
import dev.dangol.features.measure.FeatureMeasure;
import dev.dangol.sql.SqlText;
import dev.dangol.table.DayColumns;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.DecayColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.SalesColumns;
import dev.dangol.table.sources.MoneyArithmetic;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Sources;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private static final Column ORDERS = OrderSum.ORDERS.all();

  private PurchaseFeatures() {}

  /** The family that is folded over purchases: when a customer bought, and sums of their orders. */
  public static FoldedFamily folded(Settings settings) {
    return new OrderFold(
        settings.features().windows(),
        settings.features().halfLifeDays(),
        settings.value().margin().orElse(Double.NaN));
  }

  /** The customers with their measures in place of the sums that these are made of. */
  public static Dataset<Row> measure(Dataset<Row> folded, FeatureContext measuring) {
    FeatureFamily family = family(measuring.settings());
    Set<String> made =
        family.measures().stream()
            .map(measure -> measure.field().name())
            .collect(Collectors.toCollection(HashSet::new));
    folded(measuring.settings()).fields().stream()
        .map(Field::name)
        .filter(name -> name.startsWith(OrderSum.PREFIX))
        .forEach(made::add);
    List<Column> columns = new ArrayList<>();
    Stream.of(folded.columns())
        .filter(name -> !made.contains(name))
        .forEach(name -> columns.add(SqlText.column(name)));
    columns.addAll(family.columns(measuring));
    return folded.select(columns.toArray(Column[]::new));
  }

  /** One row per customer with a purchase: the day of the first, and net sales to date. */
  public static Dataset<Row> buyers(Dataset<Row> days) {
    Column bought = when(DayColumns.ORDERS.col().gt(0), DayColumns.COUNTED_ON.col());
    return days.groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(
            FeatureColumns.FIRST_ORDER_ON.is(min(bought)),
            FeatureColumns.NET_SALES_LIFETIME.is(MoneyArithmetic.amount(sum(DayColumns.NET.col()))))
        .where(FeatureColumns.FIRST_ORDER_ON.col().isNotNull());
  }

  /** The measures of each customer with a purchase day, made of folded sums. */
  public static FeatureFamily family(Settings settings) {
    List<Integer> windows = settings.features().windows();
    List<FeatureMeasure> measures = new ArrayList<>();
    measures.addAll(timing());
    measures.addAll(amounts());
    measures.add(margin(settings));
    measures.addAll(prices());
    measures.add(FeatureMeasure.folded(SalesColumns.SALES_GROWTH));
    measures.add(FeatureMeasure.folded(DecayColumns.ORDERS));
    Column faded = MoneyArithmetic.amount(DecayedOrders.NET.col());
    measures.add(FeatureMeasure.of(DecayColumns.NET_SALES, day -> faded));
    windows.forEach(window -> measures.addAll(RecentPurchases.measures(window, settings)));
    return new FeatureFamily(Sources.PURCHASES, measures);
  }

  private static List<FeatureMeasure> timing() {
    return List.of(
        FeatureMeasure.folded(FeatureColumns.FIRST_ORDER_ON),
        FeatureMeasure.folded(FeatureColumns.LAST_ORDER_ON),
        FeatureMeasure.folded(FeatureColumns.FREQUENCY),
        FeatureMeasure.folded(FeatureColumns.RECENCY_DAYS),
        FeatureMeasure.folded(FeatureColumns.AGE_DAYS),
        FeatureMeasure.folded(FeatureColumns.DAYS_SINCE_LAST_ORDER));
  }

  private static List<FeatureMeasure> amounts() {
    Column repeats = FeatureColumns.FREQUENCY.col();
    Column repeatSales = MoneyArithmetic.amount(OrderFold.REPEAT_NET.col());
    Column net = MoneyArithmetic.amount(OrderSum.NET.all());
    Column refunded = OrderSum.REFUNDED.all();
    return List.of(
        FeatureMeasure.of(
            FeatureColumns.MONETARY_VALUE, day -> when(repeats.gt(0), repeatSales.divide(repeats))),
        FeatureMeasure.of(FeatureColumns.ORDERS_LIFETIME, day -> ORDERS),
        FeatureMeasure.of(FeatureColumns.NET_SALES_LIFETIME, day -> net),
        FeatureMeasure.of(FeatureColumns.REFUNDS_LIFETIME, day -> MoneyArithmetic.amount(refunded)),
        FeatureMeasure.of(FeatureColumns.ORDER_VALUE, day -> ExactQuotient.of(net, ORDERS)),
        FeatureMeasure.of(
            SalesColumns.ITEMS_LIFETIME,
            day -> MoneyArithmetic.amount(OrderSum.QUANTITY.all()),
            PurchaseSource.QUANTITY),
        FeatureMeasure.of(
            FeatureColumns.REFUND_SHARE,
            day -> ExactQuotient.share(refunded, OrderSum.GROSS.all())));
  }

  private static List<FeatureMeasure> prices() {
    Column priced = OrderSum.PRICED.all();
    Column fullPrice = priced.minus(OrderSum.REDUCED.all());
    Column unpromoted = ORDERS.minus(OrderSum.PROMOTED.all());
    Column discount = OrderSum.DISCOUNT.all();
    Column depth = ExactQuotient.share(OrderSum.DISCOUNTED.all(), OrderSum.DISCOUNTED_LIST.all());
    return List.of(
        withPrices(
            FeatureColumns.DISCOUNT_SHARE, ExactQuotient.share(discount, OrderSum.LIST.all())),
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
            SalesColumns.MARGIN_LIFETIME, day -> MoneyArithmetic.amount(OrderSum.MARGIN.all())),
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
