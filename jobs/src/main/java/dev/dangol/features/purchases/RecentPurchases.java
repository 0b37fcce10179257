package dev.dangol.features.purchases;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.Settings;
import dev.dangol.features.measure.ExactQuotient;
import dev.dangol.features.measure.FeatureMeasure;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.SalesColumns;
import dev.dangol.table.sources.MoneyArithmetic;
import dev.dangol.table.sources.PurchaseSource;
import java.util.List;
import org.apache.spark.sql.Column;

/** Measures of a customer's purchases in a window of days; an order counts on its day. */
final class RecentPurchases {
  private RecentPurchases() {}

  /** The measures, made of folded sums. */
  static List<FeatureMeasure> measures(int window, Settings settings) {
    Column orders = OrderSum.ORDERS.of(window);
    Column net = MoneyArithmetic.amount(OrderSum.NET.of(window));
    return List.of(
        FeatureMeasure.of(FeatureColumns.orders(window), day -> orders),
        FeatureMeasure.of(FeatureColumns.netSales(window), day -> net),
        items(window),
        PurchaseFeatures.withCost(
            FeatureMeasure.of(
                SalesColumns.margin(window),
                day -> MoneyArithmetic.amount(OrderSum.MARGIN.of(window))),
            settings),
        FeatureMeasure.of(SalesColumns.orderValue(window), day -> ExactQuotient.of(net, orders)),
        fullPrice(window),
        depth(window),
        FeatureMeasure.of(
            SalesColumns.promotionFreeOrders(window),
            day -> orders.minus(OrderSum.PROMOTED.of(window)),
            PurchaseSource.PROMOTION_ID));
  }

  private static FeatureMeasure items(int window) {
    Column nothing = when(OrderSum.ORDERS.of(window).equalTo(0), lit(0));
    return FeatureMeasure.of(
        SalesColumns.items(window),
        day -> MoneyArithmetic.amount(coalesce(OrderSum.QUANTITY.of(window), nothing)),
        PurchaseSource.QUANTITY);
  }

  private static FeatureMeasure fullPrice(int window) {
    Column priced = OrderSum.PRICED.of(window);
    Column reduced = OrderSum.REDUCED.of(window);
    return PurchaseFeatures.withPrices(
        FeatureMeasure.of(
            SalesColumns.fullPriceShare(window),
            day -> ExactQuotient.of(priced.minus(reduced), priced)));
  }

  private static FeatureMeasure depth(int window) {
    return PurchaseFeatures.withPrices(
        FeatureMeasure.of(
            SalesColumns.discountDepth(window),
            day ->
                ExactQuotient.share(
                    OrderSum.DISCOUNTED.of(window), OrderSum.DISCOUNTED_LIST.of(window))));
  }
}
