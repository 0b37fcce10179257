package dev.dangol.features.purchases;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.Settings;
import dev.dangol.features.measure.ExactQuotient;
import dev.dangol.features.measure.FeatureMeasure;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.SalesColumns;
import dev.dangol.table.sources.MoneyArithmetic;
import dev.dangol.table.sources.PurchaseSource;
import java.util.List;
import org.apache.spark.sql.Column;

/** Measures of a customer's purchases in a window of days; an order counts on its day. */
final class RecentPurchases {
  private RecentPurchases() {}

  /** The measures over the days of a customer. */
  static List<FeatureMeasure> measures(int window, Settings settings) {
    return List.of(
        FeatureMeasure.of(FeatureColumns.orders(window), day -> of(day, window, DayColumns.ORDERS)),
        FeatureMeasure.of(FeatureColumns.netSales(window), day -> net(day, window)),
        items(window),
        margin(window, settings),
        FeatureMeasure.of(
            SalesColumns.orderValue(window),
            day -> ExactQuotient.of(net(day, window), of(day, window, DayColumns.ORDERS))),
        fullPrice(window),
        depth(window),
        FeatureMeasure.of(
            SalesColumns.promotionFreeOrders(window),
            day ->
                of(day, window, DayColumns.ORDERS)
                    .minus(of(day, window, DayColumns.PROMOTED_ORDERS)),
            PurchaseSource.PROMOTION_ID));
  }

  private static FeatureMeasure items(int window) {
    return FeatureMeasure.of(
        SalesColumns.items(window),
        day -> {
          Column bought = recent(day, window).and(DayColumns.ORDERS.col().gt(0));
          Column nothing = when(count(when(bought, lit(1))).equalTo(0), lit(0));
          return MoneyArithmetic.amount(coalesce(sumOf(day, window, DayColumns.QUANTITY), nothing));
        },
        PurchaseSource.QUANTITY);
  }

  private static FeatureMeasure margin(int window, Settings settings) {
    Column margin = DayColumns.MARGIN.col();
    return PurchaseFeatures.withCost(
        FeatureMeasure.of(
            SalesColumns.margin(window),
            day -> {
              Column unknown = count(when(recent(day, window).and(margin.isNull()), lit(1)));
              Column amount = MoneyArithmetic.amount(of(day, window, DayColumns.MARGIN));
              return when(unknown.equalTo(0), amount);
            }),
        settings);
  }

  private static FeatureMeasure fullPrice(int window) {
    return PurchaseFeatures.withPrices(
        FeatureMeasure.of(
            SalesColumns.fullPriceShare(window),
            day -> {
              Column priced = of(day, window, DayColumns.PRICED_ORDERS);
              Column reduced = of(day, window, DayColumns.DISCOUNTED_ORDERS);
              return ExactQuotient.of(priced.minus(reduced), priced);
            }));
  }

  private static FeatureMeasure depth(int window) {
    return PurchaseFeatures.withPrices(
        FeatureMeasure.of(
            SalesColumns.discountDepth(window),
            day ->
                ExactQuotient.share(
                    sumOf(day, window, DayColumns.DISCOUNTED),
                    sumOf(day, window, DayColumns.DISCOUNTED_LIST))));
  }

  private static Column net(AsOf asOf, int window) {
    return MoneyArithmetic.amount(of(asOf, window, DayColumns.NET));
  }

  /** The sum over the days of the window, 0 where there is nothing to add up. */
  private static Column of(AsOf asOf, int window, Field ofDay) {
    return coalesce(sumOf(asOf, window, ofDay), lit(0));
  }

  /** The same, null where there is nothing to add up. */
  private static Column sumOf(AsOf asOf, int window, Field ofDay) {
    return sum(when(recent(asOf, window), ofDay.col()));
  }

  private static Column recent(AsOf asOf, int window) {
    return asOf.within(DayColumns.COUNTED_ON.col(), window);
  }
}
