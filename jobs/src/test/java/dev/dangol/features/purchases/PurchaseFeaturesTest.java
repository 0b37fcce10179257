package dev.dangol.features.purchases;

import dev.dangol.features.CleanTables;
import dev.dangol.features.FoldedInputs;
import dev.dangol.features.GivenSettings;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.RhythmColumns;
import dev.dangol.table.features.SalesColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class PurchaseFeaturesTest {
  private static final AsOf FEBRUARY = new AsOf(LocalDate.of(2026, 2, 10), ZoneOffset.UTC);

  @Test
  void times_and_amounts_of_one_two_and_no_purchase_days(SparkSession spark) {
    Dataset<Row> lines =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                PurchaseSource.PURCHASED_AT,
                PurchaseSource.NET_AMOUNT)
            .row("ann thrice", "2026-01-01", "100")
            .row("ann thrice", "2026-01-11", "10")
            .row("ann thrice", "2026-01-12T23:59:59.999Z", "20")
            .row("ann thrice", "2026-01-12", "0.0002")
            .row("bob once", "2026-02-10T23:59:59.999Z", "7")
            .row("cho only refunds", "2026-01-05", "-3")
            .row("dan refund first", "2026-01-01", "-3")
            .row("dan refund first", "2026-01-20", "3")
            .table();
    Dataset<Row> expected =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                FeatureColumns.FREQUENCY,
                FeatureColumns.RECENCY_DAYS,
                FeatureColumns.AGE_DAYS,
                FeatureColumns.MONETARY_VALUE,
                FeatureColumns.DAYS_SINCE_LAST_ORDER,
                RhythmColumns.MEAN_GAP_DAYS,
                FeatureColumns.NET_SALES_LIFETIME,
                FeatureColumns.orders(30),
                FeatureColumns.netSales(30))
            .row("ann thrice", 2, 11, 40, "15.0001", 29, 5.5, "130.0002", 1, "20.0002")
            .row("bob once", 0, 0, 0, null, 0, null, "7.0000", 1, "7.0000")
            .row("dan refund first", 0, 0, 21, null, 21, null, "0.0000", 1, "3.0000")
            .table();
    GivenSettings unmapped = GivenSettings.in(ZoneOffset.UTC, List.of(30));
    TableAssert.assertThat(measured(lines, unmapped)).hasRows(expected);
  }

  @Test
  void shares_stay_within_0_and_1_and_are_null_where_nothing_is_known(SparkSession spark) {
    Dataset<Row> lines =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                PurchaseSource.PURCHASED_AT,
                PurchaseSource.NET_AMOUNT,
                SharedColumns.ORDER_ID,
                PurchaseSource.LIST_AMOUNT,
                PurchaseSource.PROMOTION_ID)
            .row("ann half price", "2026-01-01", "50", "a1", "100", "spring")
            .row("ann half price", "2026-01-01", "100", "a2", "100", null)
            .row("bob over list", "2026-01-01", "12", "b1", "10", null)
            .row("bob over list", "2026-01-02", "-30", "b2", null, null)
            .row("cho for nothing", "2026-01-01", "0", "c1", "0", null)
            .row("cho for nothing", "2026-01-02", "-1", "c2", null, null)
            .row("dan no list", "2026-01-01", "8", "d1", null, null)
            .row("eve one known", "2026-01-01", "8", "e1", null, null)
            .row("eve one known", "2026-01-01", "8", "e2", "10", null)
            .table();
    TestRows expected =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            FeatureColumns.ORDER_VALUE,
            FeatureColumns.REFUND_SHARE,
            FeatureColumns.DISCOUNT_SHARE,
            FeatureColumns.FULL_PRICE_SHARE,
            FeatureColumns.PROMOTION_FREE_SHARE);
    expected
        .row("ann half price", 75, 0, 0.25, 0.5, 0.5)
        .row("bob over list", -18, 1, 0, 1, 1)
        .row("cho for nothing", -1, null, null, 1, 1)
        .row("dan no list", 8, 0, null, null, 1)
        .row("eve one known", 8, 0, 0.2, 0, 1);
    GivenSettings mapped =
        GivenSettings.in(ZoneOffset.UTC, List.of())
            .with(Sources.PURCHASES, PurchaseSource.LIST_AMOUNT, PurchaseSource.PROMOTION_ID);
    TableAssert.assertThat(measured(lines, mapped)).hasRows(expected.table());
  }

  /** Thirty days to the as-of day: from the first moment of the 12th of January. */
  @Test
  void in_a_window_only_its_orders_count_and_without_one_shares_are_null(SparkSession spark) {
    Dataset<Row> lines =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                PurchaseSource.PURCHASED_AT,
                PurchaseSource.NET_AMOUNT,
                SharedColumns.ORDER_ID,
                PurchaseSource.LIST_AMOUNT,
                PurchaseSource.PROMOTION_ID)
            .row("ann", "2026-01-11T23:59:59.999Z", "50", "a1", "100", "spring")
            .row("ann", "2026-01-12", "75", "a2", "100", "spring")
            .row("ann", "2026-02-10T23:59:59.999Z", "100", "a3", "100", null)
            .row("ann", "2026-02-11", "1", "a4", "100", null)
            .row("bob long ago", "2026-01-11", "50", "b1", "100", null)
            .row("cho a refund", "2026-01-11", "50", "c1", "100", null)
            .row("cho a refund", "2026-01-12", "-5", "c2", null, null)
            .row("dan no list", "2026-01-12", "8", "d1", null, null)
            .table();
    TestRows expected =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            SalesColumns.orderValue(30),
            SalesColumns.fullPriceShare(30),
            SalesColumns.discountDepth(30),
            SalesColumns.promotionFreeOrders(30));
    expected
        .row("ann", 87.5, 0.5, 0.25, 1)
        .row("bob long ago", null, null, null, 0)
        .row("cho a refund", null, null, null, 0)
        .row("dan no list", 8, null, null, 1);
    GivenSettings given = GivenSettings.in(ZoneOffset.UTC, List.of(30));
    TableAssert.assertThat(
            measured(
                lines,
                given.with(
                    Sources.PURCHASES, PurchaseSource.LIST_AMOUNT, PurchaseSource.PROMOTION_ID)))
        .hasRows(expected.table());
    TestRows unmapped =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            SalesColumns.orderValue(30),
            SalesColumns.fullPriceShare(30),
            SalesColumns.discountDepth(30),
            SalesColumns.promotionFreeOrders(30));
    unmapped
        .row("ann", 87.5, null, null, null)
        .row("bob long ago", null, null, null, null)
        .row("cho a refund", null, null, null, null)
        .row("dan no list", 8, null, null, null);
    TableAssert.assertThat(measured(lines, given)).hasRows(unmapped.table());
  }

  private static Dataset<Row> measured(Dataset<Row> lines, GivenSettings given) {
    Dataset<Row> clean = CleanTables.rows(Sources.PURCHASES, lines);
    return PurchaseFeatures.measure(
        FoldedInputs.of(Map.of(Sources.PURCHASES, clean), FEBRUARY, given.settings()),
        FeatureContext.of(FEBRUARY, given.settings()));
  }
}
