package dev.dangol.features.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.features.CleanTables;
import dev.dangol.features.FoldedInputs;
import dev.dangol.features.GivenSettings;
import dev.dangol.features.NotMeasuredFeatures;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
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
class PurchaseVarietyTest {
  private static final AsOf FEBRUARY = new AsOf(LocalDate.of(2026, 2, 28), ZoneOffset.UTC);
  private static final GivenSettings PURCHASES = GivenSettings.in(ZoneOffset.UTC, List.of());

  @Test
  void different_categories_count_and_an_order_once_for_each_of_its_lines(SparkSession spark) {
    Dataset<Row> lines =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                PurchaseSource.PURCHASED_AT,
                PurchaseSource.NET_AMOUNT,
                SharedColumns.ORDER_ID,
                SharedColumns.CATEGORY,
                PurchaseSource.PRODUCT_LINE)
            .row("ann", "2026-01-01", "5", "a1", "차", "home")
            .row("ann", "2026-01-01", "5", "a1", "cups", "home")
            .row("ann", "2026-01-02", "5", "a2", "차", "office")
            .row("ann", "2026-01-03", "5", "a3", "cups", "home")
            .row("ann", "2026-01-04", "-5", "a4", "never kept", "office")
            .row("ann", "2026-03-01", "5", "a5", "not yet", "office")
            .row("bob without order ids", "2026-01-01", "5", null, "차", "home")
            .row("bob without order ids", "2026-01-01", "5", null, "차", "home")
            .row("bob without order ids", "2026-01-02", "5", null, null, "home")
            .row("cho says nothing", "2026-01-01", "5", "c1", null, null)
            .table();
    Dataset<Row> measures =
        measured(lines, PURCHASES.with(Sources.PURCHASES, PurchaseSource.FIELDS));

    TableAssert.assertThat(measures)
        .hasRows(
            TestRows.of(spark, SharedColumns.CUSTOMER_ID, FeatureColumns.CATEGORIES_LIFETIME)
                .row("ann", 2)
                .row("bob without order ids", 1)
                .row("cho says nothing", null)
                .table());
    TableAssert.assertThat(measures)
        .hasRows(
            TestRows.of(
                    spark,
                    SharedColumns.CUSTOMER_ID,
                    SalesColumns.PRODUCT_LINE_CONCENTRATION,
                    SalesColumns.FAVOURITE_PRODUCT_LINE)
                .row("ann", 2 / 3.0, "home")
                .row("bob without order ids", 1, "home")
                .row("cho says nothing", null, null)
                .table());
  }

  /** Three days to the as-of day: from the first moment of the 26th. */
  @Test
  void in_a_window_a_category_counts_on_its_day_and_a_line_on_that_of_its_order(
      SparkSession spark) {
    Dataset<Row> lines =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                PurchaseSource.PURCHASED_AT,
                PurchaseSource.NET_AMOUNT,
                SharedColumns.ORDER_ID,
                SharedColumns.CATEGORY,
                PurchaseSource.PRODUCT_LINE)
            .row("ann", "2026-02-25T23:59:59.999Z", "5", "a1", "차", "home")
            .row("ann", "2026-02-26", "5", "a2", "cups", "home")
            .row("ann", "2026-02-27", "5", "a3", "cups", "home")
            .row("ann", "2026-02-27", "5", "a3", "cups", "office")
            .row("ann", "2026-02-28T23:59:59.999Z", "5", "a4", "books", "office")
            .row("ann", "2026-02-28", "-5", "a4", "never kept", "garden")
            .row("bob order of two days", "2026-02-25", "5", "b1", null, null)
            .row("bob order of two days", "2026-02-26", "5", "b1", "차", "home")
            .row("cho long ago", "2026-01-01", "5", "c1", "차", "home")
            .row("dan says nothing", "2026-02-28", "5", "d1", null, null)
            .row("dan says nothing", "2026-01-01", "5", "d2", "차", "home")
            .table();
    Dataset<Row> measures =
        measured(
            lines,
            GivenSettings.in(ZoneOffset.UTC, List.of(3))
                .with(Sources.PURCHASES, PurchaseSource.FIELDS));

    TableAssert.assertThat(measures)
        .hasRows(
            TestRows.of(spark, SharedColumns.CUSTOMER_ID, SalesColumns.categories(3))
                .row("ann", 2)
                .row("bob order of two days", 1)
                .row("cho long ago", 0)
                .row("dan says nothing", null)
                .table());
    TableAssert.assertThat(measures)
        .hasRows(
            TestRows.of(spark, SharedColumns.CUSTOMER_ID, SalesColumns.productLineConcentration(3))
                .row("ann", 2 / 3.0)
                .row("bob order of two days", null)
                .row("cho long ago", null)
                .row("dan says nothing", null)
                .table());
  }

  /** Three days to the as-of day: the same product counts once, in whatever orders and category. */
  @Test
  void in_a_window_a_product_counts_once(SparkSession spark) {
    Dataset<Row> lines =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                PurchaseSource.PURCHASED_AT,
                PurchaseSource.NET_AMOUNT,
                SharedColumns.ORDER_ID,
                SharedColumns.CATEGORY,
                SharedColumns.PRODUCT_ID)
            .row("ann", "2026-02-25T23:59:59.999Z", "5", "a1", "차", "녹차")
            .row("ann", "2026-02-26", "5", "a2", "차", "녹차")
            .row("ann", "2026-02-28", "5", "a3", "gifts", "녹차")
            .row("ann", "2026-02-28T23:59:59.999Z", "5", "a3", "차", "홍차")
            .row("ann", "2026-02-28", "5", "a4", null, null)
            .row("ann", "2026-02-28", "-5", "a3", "차", "never kept")
            .row("ann", "2026-03-01", "5", "a5", "차", "not yet")
            .row("bob long ago", "2026-01-01", "5", "b1", "차", "녹차")
            .row("cho says nothing", "2026-02-28", "5", "c1", "차", null)
            .row("cho says nothing", "2026-01-01", "5", "c2", "차", "녹차")
            .table();
    GivenSettings window = GivenSettings.in(ZoneOffset.UTC, List.of(3));
    GivenSettings products = window.with(Sources.PURCHASES, SharedColumns.PRODUCT_ID);

    TableAssert.assertThat(measured(lines, products))
        .hasRows(
            TestRows.of(spark, SharedColumns.CUSTOMER_ID, SalesColumns.products(3))
                .row("ann", 2)
                .row("bob long ago", 0)
                .row("cho says nothing", null)
                .table());

    GivenSettings categories = window.with(Sources.PURCHASES, SharedColumns.CATEGORY);
    assertThat(measured(lines, categories).columns())
        .contains(SalesColumns.categories(3).name())
        .doesNotContain(SalesColumns.products(3).name());
    assertThat(NotMeasuredFeatures.reasons(categories.settings()))
        .containsEntry(
            "customer_features.products_3d", "The source purchases does not map product_id.");
  }

  @Test
  void nothing_is_reported_where_nothing_is_mapped(SparkSession spark) {
    Dataset<Row> lines =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                PurchaseSource.PURCHASED_AT,
                PurchaseSource.NET_AMOUNT)
            .row("ann", "2026-01-01", "5")
            .table();
    Dataset<Row> measures = measured(lines, PURCHASES);
    assertThat(measures.columns())
        .contains(FeatureColumns.ORDERS_LIFETIME.name())
        .doesNotContain(
            FeatureColumns.CATEGORIES_LIFETIME.name(),
            SalesColumns.FAVOURITE_PRODUCT_LINE.name(),
            SalesColumns.PRODUCT_LINE_CONCENTRATION.name());
  }

  private static Dataset<Row> measured(Dataset<Row> lines, GivenSettings given) {
    Dataset<Row> clean = CleanTables.rows(Sources.PURCHASES, lines);
    return PurchaseFeatures.measure(
        FoldedInputs.of(Map.of(Sources.PURCHASES, clean), FEBRUARY, given.settings()),
        FeatureContext.of(FEBRUARY, given.settings()));
  }
}
