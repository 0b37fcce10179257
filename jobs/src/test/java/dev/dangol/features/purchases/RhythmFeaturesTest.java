package dev.dangol.features.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.features.CleanTables;
import dev.dangol.features.FoldedInputs;
import dev.dangol.features.GivenSettings;
import dev.dangol.features.measure.FeatureContext;
import dev.dangol.ranks.DistributionCounter;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.RhythmColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class RhythmFeaturesTest {
  private static final AsOf MARCH = new AsOf(LocalDate.of(2026, 3, 11), ZoneOffset.UTC);

  @Test
  void gaps_lie_between_purchase_days_and_not_between_orders_or_refunds(SparkSession spark) {
    Dataset<Row> lines =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                PurchaseSource.PURCHASED_AT,
                PurchaseSource.NET_AMOUNT)
            .row("ann four days", "2026-02-01", "1")
            .row("ann four days", "2026-02-01T23:00:00Z", "1")
            .row("ann four days", "2026-02-03", "1")
            .row("ann four days", "2026-02-04", "-1")
            .row("ann four days", "2026-02-09", "1")
            .row("ann four days", "2026-02-10", "1")
            .row("bob three days", "2026-03-01", "1")
            .row("bob three days", "2026-02-24", "1")
            .row("bob three days", "2026-03-04", "1")
            .row("cho once", "2026-03-11", "1")
            .row("dan alike", "2026-01-30", "1")
            .row("dan alike", "2026-02-19", "1")
            .row("dan alike", "2026-03-11", "1")
            .table();
    Dataset<Row> expected =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                RhythmColumns.MEAN_GAP_DAYS,
                RhythmColumns.MEDIAN_GAP_DAYS,
                RhythmColumns.EXPECTED_NEXT_ORDER_ON,
                RhythmColumns.OVERDUE_RATIO,
                RhythmColumns.SECOND_ORDER_DAYS)
            .row("ann four days", 3, 2, "2026-02-12", 14.5, 2)
            .row("bob three days", 4, 4, "2026-03-08", 1.75, 5)
            .row("cho once", null, null, null, null, null)
            .row("dan alike", 20, 20, "2026-03-31", 0, 20)
            .table();
    Dataset<Row> measured = measured(lines);
    TableAssert.assertThat(measured).hasRows(expected);
    TableAssert.assertThat(measured.where(RhythmColumns.GAP_VARIABILITY.col().lt(0.5)))
        .hasRows(
            TestRows.of(spark, SharedColumns.CUSTOMER_ID, RhythmColumns.GAP_VARIABILITY)
                .row("bob three days", 0.25)
                .row("dan alike", 0)
                .table());
  }

  @Test
  void half_a_day_of_the_median_counts_as_a_whole_one_for_the_next_order(SparkSession spark) {
    Dataset<Row> lines =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                PurchaseSource.PURCHASED_AT,
                PurchaseSource.NET_AMOUNT)
            .row("ann", "2026-02-01", "1")
            .row("ann", "2026-02-03", "1")
            .row("ann", "2026-02-06", "1")
            .table();
    TableAssert.assertThat(measured(lines))
        .hasRows(
            TestRows.of(
                    spark,
                    RhythmColumns.MEDIAN_GAP_DAYS,
                    RhythmColumns.EXPECTED_NEXT_ORDER_ON,
                    RhythmColumns.GAP_VARIABILITY)
                .row(2.5, "2026-02-09", 0.2)
                .table());
  }

  @Test
  void the_cycle_is_open_until_its_last_day_is_over(SparkSession spark) {
    Dataset<Row> customers =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                RhythmColumns.MEDIAN_GAP_DAYS,
                RhythmColumns.SECOND_ORDER_DAYS,
                FeatureColumns.AGE_DAYS,
                FeatureColumns.ORDERS_LIFETIME)
            .row("ann on the last day", 10, 10, 30, 2)
            .row("bob a day late", 11, 11, 11, 2)
            .row("cho has a day left", null, null, 9, 1)
            .row("dan has none left", null, null, 10, 1)
            .table();
    assertThat(within(customers, OptionalInt.of(10))).containsExactly(true, false, null, false);
    assertThat(within(customers, OptionalInt.of(11))).containsExactly(true, true, null, null);
    assertThat(within(customers, OptionalInt.empty()))
        .as("a cycle of 10.5 days ends with the tenth")
        .containsExactly(true, false, null, false);
  }

  @Test
  void without_any_second_order_no_cycle_is_known(SparkSession spark) {
    Dataset<Row> customers =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                RhythmColumns.MEDIAN_GAP_DAYS,
                RhythmColumns.SECOND_ORDER_DAYS,
                FeatureColumns.AGE_DAYS,
                FeatureColumns.ORDERS_LIFETIME)
            .row("ann", null, null, 900, 1)
            .table();
    assertThat(within(customers, OptionalInt.empty())).containsExactly((Boolean) null);
    assertThat(done(customers, OptionalInt.empty())).containsExactly((Boolean) null);
    assertThat(done(customers, OptionalInt.of(30))).containsExactly(true);
  }

  /**
   * The cycle of 10.5 days is the median of what ann and bob usually take; it ends with the tenth.
   */
  @Test
  void whoever_let_the_cycle_pass_after_one_order_is_one_and_done(SparkSession spark) {
    Dataset<Row> customers =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                RhythmColumns.MEDIAN_GAP_DAYS,
                RhythmColumns.SECOND_ORDER_DAYS,
                FeatureColumns.AGE_DAYS,
                FeatureColumns.ORDERS_LIFETIME)
            .row("ann came back", 10, 10, 300, 2)
            .row("bob came back late", 11, 90, 300, 2)
            .row("cho has a day left", null, null, 9, 1)
            .row("dan has none left", null, null, 10, 1)
            .row("eun twice on one day", null, null, 300, 2)
            .table();
    assertThat(done(customers, OptionalInt.empty()))
        .containsExactly(false, false, false, true, false);
    assertThat(done(customers, OptionalInt.of(11)))
        .containsExactly(false, false, false, false, false);
    assertThat(done(customers, OptionalInt.of(9))).containsExactly(false, false, true, true, false);
  }

  private static List<Boolean> within(Dataset<Row> customers, OptionalInt cycle) {
    return flags(customers, cycle, RhythmColumns.SECOND_ORDER_WITHIN_CYCLE);
  }

  private static List<Boolean> done(Dataset<Row> customers, OptionalInt cycle) {
    return flags(customers, cycle, RhythmColumns.ONE_AND_DONE);
  }

  private static List<Boolean> flags(Dataset<Row> customers, OptionalInt cycle, Field flag) {
    return RhythmFeatures.withinCycle(
            customers,
            cycle,
            DistributionCounter.of(customers, List.of(RhythmColumns.MEDIAN_GAP_DAYS)),
            ProductCycles.none())
        .orderBy(SharedColumns.CUSTOMER_ID.col())
        .select(flag.col())
        .collectAsList()
        .stream()
        .map(row -> (Boolean) row.get(0))
        .toList();
  }

  private static Dataset<Row> measured(Dataset<Row> lines) {
    GivenSettings given = GivenSettings.in(ZoneOffset.UTC, List.of());
    Dataset<Row> clean = CleanTables.rows(Sources.PURCHASES, lines);
    return PurchaseFeatures.measure(
        FoldedInputs.of(Map.of(Sources.PURCHASES, clean), MARCH, given.settings()),
        FeatureContext.of(MARCH, given.settings()));
  }
}
