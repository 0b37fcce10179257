package dev.dangol.job.cohorts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.cohorts.backtest.LaterOutcomes;
import dev.dangol.config.Settings;
import dev.dangol.features.purchases.PurchaseDays;
import dev.dangol.store.Lake;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ProofColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tests that data which became known after the cutoff do not affect the selection. */
@ExtendWith(SparkExtension.class)
class EarlierSelectionTest {
  private static final AsOf DAY = new AsOf(LocalDate.of(2025, 12, 31), ZoneOffset.UTC);
  @TempDir private Path folder;

  private static Dataset<Row> events(SparkSession spark, Object[]... more) {
    return EarlierShop.clean(
        Sources.ENGAGEMENT,
        TestRows.of(
                spark,
                EngagementSource.KNOWN_CUSTOMER_ID,
                EngagementSource.OCCURRED_AT,
                EngagementSource.EVENT,
                SharedColumns.SOURCE_ROW)
            .row("c1", "2025-06-30T23:00:00Z", "compare", "e1")
            .row("c2", "2025-06-30T23:00:00Z", "compare", "e2")
            .row("c2", "2025-06-30T23:30:00Z", "view", "e3")
            .row("c3", "2025-06-30T23:00:00Z", "view", "e4")
            .rows(more)
            .table());
  }

  @Test
  void journeys_that_the_ideal_cohort_names_are_followed_as_of_the_earlier_day(SparkSession spark) {
    Lake lake = new Lake(spark, folder.resolve("warehouse").toString());
    Settings settings =
        EarlierShop.settings(
            "sources.engagement.format=csv",
            "sources.engagement.path=events.csv",
            "sources.engagement.columns.customer_id=c",
            "sources.engagement.columns.occurred_at=t",
            "sources.engagement.columns.event=e",
            "scorecard.criteria=[{ name = tea, feature = contribution_purchase, weight = 1,"
                + " viable-from = 10, perfect-from = 20 }]",
            "cohorts.ideal.where=journey_stage_purchase = 'consideration' AND"
                + " journey_back_steps_purchase < 1 AND contribution_purchase > 0");
    lake.replaceAll(Sources.PURCHASES.clean(), EarlierShop.clean(EarlierShop.earlier(spark)));
    lake.replaceAll(Sources.ENGAGEMENT.clean(), events(spark));
    Dataset<Row> before = EarlierShop.known(lake, settings);

    assertThat(EarlierShop.ideal(before)).containsExactly("c1");

    lake.replaceAll(
        Sources.PURCHASES.clean(),
        EarlierShop.clean(
            EarlierShop.earlier(spark)
                .row("c1", "2025-07-01T00:00:00Z", "9000", "later", null, null, "x1")));
    lake.replaceAll(
        Sources.ENGAGEMENT.clean(),
        events(
            spark,
            new Object[] {"c4", "2025-07-01T00:00:00Z", "compare", "e5"},
            new Object[] {"c1", "2025-07-01T00:00:00Z", "view", "e6"}));
    TableAssert.assertThat(EarlierShop.known(lake, settings)).isEqualTo(before);
  }

  @Test
  void what_comes_later_changes_the_outcomes_and_not_the_choice(SparkSession spark) {
    Lake lake = new Lake(spark, folder.resolve("warehouse").toString());
    Settings settings =
        EarlierShop.settings(
            "features.custom.large.source=purchases",
            "features.custom.large.when=net_amount >= 60",
            "features.custom.large.count=orders",
            "features.custom.large.windows=[180]",
            "cohorts.ideal.where=net_sales_lifetime > 250 AND large_180d >= 2");
    lake.replaceAll(Sources.PURCHASES.clean(), EarlierShop.clean(EarlierShop.earlier(spark)));
    Dataset<Row> before = EarlierShop.known(lake, settings);

    TestRows more =
        EarlierShop.earlier(spark)
            .row("c1", "2025-07-01T00:00:00Z", "9000", "later", null, null, "x1")
            .row("c2", "2025-03-01T00:00:00Z", "8000", "late", null, "2025-07-01T00:00:00Z", "x2")
            .row("c3", "2025-08-01T00:00:00Z", "-40", "back", "o3", null, "x3")
            .row("new", "2025-09-01T00:00:00Z", "70", "first", null, null, "x4");
    lake.replaceAll(Sources.PURCHASES.clean(), EarlierShop.clean(more));

    assertThat(before.where(ProofColumns.IS_IDEAL.col()).count()).isBetween(1L, 11L);
    TableAssert.assertThat(EarlierShop.known(lake, settings)).isEqualTo(before);
    Dataset<Row> later =
        LaterOutcomes.of(
            PurchaseDays.of(lake.read(Sources.PURCHASES.clean()), DAY, OptionalDouble.of(0.25)),
            Optional.empty(),
            EarlierShop.CUT);
    TableAssert.assertThat(later)
        .hasRows(
            TestRows.of(
                    spark,
                    SharedColumns.CUSTOMER_ID,
                    ProofColumns.LATER_NET,
                    ProofColumns.LATER_MARGIN,
                    ProofColumns.LATER_ORDERS)
                .row("c1", "9000", "2250", 1)
                .row("new", "70", "17.5", 1)
                .table());
  }
}
