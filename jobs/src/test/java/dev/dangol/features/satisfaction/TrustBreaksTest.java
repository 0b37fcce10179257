package dev.dangol.features.satisfaction;

import dev.dangol.features.measure.ExperienceColumns;
import dev.dangol.features.purchases.RhythmFeatures;
import dev.dangol.ranks.DistributionCounter;
import dev.dangol.ranks.PercentileRanks;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.MainCategoryColumns;
import dev.dangol.table.features.RhythmColumns;
import dev.dangol.table.features.StrikeColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class TrustBreaksTest {
  /** Customers as the families of their features leave them, without a row. */
  static TestRows customers(SparkSession spark) {
    return TestRows.of(
        spark,
        SharedColumns.CUSTOMER_ID,
        FeatureColumns.FREQUENCY,
        FeatureColumns.LAST_ORDER_ON,
        RhythmColumns.MEDIAN_GAP_DAYS,
        RhythmColumns.OVERDUE_RATIO,
        RhythmColumns.SECOND_ORDER_WITHIN_CYCLE,
        RhythmFeatures.CYCLE,
        ExperienceColumns.STRIKES_TOLD,
        ExperienceColumns.COMPLAINTS_TOLD,
        MainCategoryColumns.MAIN_CATEGORY_FALLS);
  }

  /** Bad experiences of customers, without a row. */
  static TestRows strikes(SparkSession spark) {
    return TestRows.of(
        spark, SharedColumns.CUSTOMER_ID, ExperienceColumns.STRIKE_ON, ExperienceColumns.KIND);
  }

  /** The customers with what broke their trust. */
  static Dataset<Row> broken(TestRows customers, TestRows strikes) {
    Dataset<Row> joined =
        customers
            .table()
            .join(gathered(strikes.table()), SharedColumns.CUSTOMER_ID.name(), "left")
            .withColumn(
                ExperienceColumns.STRIKES_FOUND.name(),
                ExperienceColumns.STRIKES_FOUND.is(
                    functions.size(ExperienceColumns.STRIKES.col())));
    PercentileRanks standing = DistributionCounter.of(joined, TrustBreaks.COUNTED);
    return TrustBreaks.withTrustBreaks(joined, standing, 90);
  }

  @Test
  void trust_breaks_with_the_latest_strike_before_the_break(SparkSession spark) {
    TestRows customers = customers(spark);
    customers
        .row("ann broke off", 2, "2026-01-01", 5, 13.6, true, 8, true, true, false)
        .row("bob just late", 2, "2026-02-28", 5, 2.0, true, 8, true, true, true)
        .row("cho once, over", 0, "2026-01-01", null, null, false, 8, true, true, null)
        .row("dan once, open", 0, "2026-03-09", null, null, null, 8, true, true, null)
        .row("eun slow", 1, "2026-01-01", 30, 2.3, false, 8, true, false, true)
        .row("fay turns away", 9, "2026-03-01", 5, 1.0, true, 8, true, true, true);
    TestRows strikes =
        strikes(spark)
            .row("ann broke off", "2025-10-02", "late_delivery")
            .row("ann broke off", "2025-10-03", "late_delivery")
            .row("ann broke off", "2026-01-12", "fault_refund")
            .row("bob just late", "2026-02-28", "low_rating")
            .row("cho once, over", "2026-01-01", "low_rating")
            .row("cho once, over", "2026-01-09", "late_delivery")
            .row("cho once, over", "2026-01-10", "late_delivery")
            .row("dan once, open", "2026-03-09", "late_delivery")
            .row("eun slow", "2025-10-02", "fault_refund")
            .row("fay turns away", "2025-10-02", "late_delivery");
    TestRows expected =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            StrikeColumns.STRIKES_LIFETIME,
            StrikeColumns.LAST_STRIKE_ON,
            StrikeColumns.TRUST_BREAK_ON,
            StrikeColumns.TRUST_BREAK_KIND,
            StrikeColumns.TRUST_BREAK_STRENGTH,
            StrikeColumns.SILENT_LEAVER);
    TableAssert.assertThat(broken(customers, strikes))
        .hasRows(
            expected
                .row("ann broke off", 3, "2026-01-12", "2025-10-03", "late_delivery", 1, true)
                .row("bob just late", 1, "2026-02-28", null, null, null, false)
                .row("cho once, over", 3, "2026-01-10", "2026-01-09", "late_delivery", 2, false)
                .row("dan once, open", 1, "2026-03-09", null, null, null, false)
                .row("eun slow", 1, "2025-10-02", null, null, null, null)
                .row("fay turns away", 1, "2025-10-02", null, null, null, true)
                .table());
  }

  private static Dataset<Row> gathered(Dataset<Row> strikes) {
    return strikes
        .groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(
            ExperienceColumns.STRIKES.is(
                functions.sort_array(
                    functions.collect_list(
                        functions.struct(
                            ExperienceColumns.STRIKE_ON.col(), ExperienceColumns.KIND.col())))));
  }
}
