package dev.dangol.acquisition;

import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.AcquisitionColumns;
import dev.dangol.table.features.EffortColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.SalesColumns;
import dev.dangol.table.results.AcquisitionSourceColumns;
import dev.dangol.table.results.ValueColumns;
import dev.dangol.table.sources.CostSource;
import dev.dangol.table.sources.ReferralSource;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestDay;
import dev.dangol.testing.TestRows;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class AcquisitionSourcesTest {
  private static final AsOf DAY = TestDay.of("2026-03-01");
  private static final String LATER = "2026-03-02";

  @Test
  void sources_are_counted_with_their_costs_and_what_they_bring(SparkSession spark) {
    Dataset<Row> referrals =
        TestRows.of(
                spark,
                ReferralSource.REFERRER_ID,
                ReferralSource.REFERRED_ID,
                ReferralSource.REFERRED_AT)
            .row("x", "ann", "2026-01-05")
            .row("x", "ann", "2026-02-01")
            .row("bob", "bob", "2026-01-01")
            .row("x", "cho", "2026-01-06")
            .row("x", "dan", LATER)
            .table();
    Dataset<Row> costs =
        TestRows.of(
                spark, CostSource.SPENT_AT, CostSource.AMOUNT, AcquisitionSourceColumns.ACQUIRED_BY)
            .row("2026-01-01", "30", "ad")
            .row("2026-03-01T23:59:59Z", "10", "ad")
            .row(LATER, "1000", "ad")
            .row("2026-01-01", "7", "leaflet")
            .row("2026-01-01", "3", null)
            .table();
    TableAssert.assertThat(sources(spark, Optional.of(referrals), Optional.of(costs)))
        .hasRowsWithin(
            expected(spark)
                .row("ad", 2, 1, "40", 20, "150", "60", "25", 3.75, 4.5)
                .row("friend", 1, 0, "0", 0, "20", null, null, null, null)
                .row("leaflet", 0, null, "7", null, "0", null, null, 0, null)
                .row(null, 1, 0, "3", 3, "-5", null, null, -5 / 3.0, null)
                .table(),
            1e-12);
    TableAssert.assertThat(sources(spark, Optional.empty(), Optional.empty()))
        .hasRowsWithin(
            expected(spark)
                .row("ad", 2, null, null, null, "150", "60", "25", null, 4.5)
                .row("friend", 1, null, null, null, "20", null, null, null, null)
                .row(null, 1, null, null, null, "-5", null, null, null, null)
                .table(),
            1e-12);
  }

  private static TestRows expected(SparkSession spark) {
    return TestRows.of(
        spark,
        AcquisitionSourceColumns.ACQUIRED_BY,
        AcquisitionSourceColumns.CUSTOMERS,
        AcquisitionSourceColumns.WORD_OF_MOUTH,
        AcquisitionSourceColumns.COST_AMOUNT,
        AcquisitionSourceColumns.COST_PER_CUSTOMER,
        AcquisitionSourceColumns.NET_SALES,
        AcquisitionSourceColumns.MARGIN,
        AcquisitionSourceColumns.EXPECTED_NET_SALES,
        AcquisitionSourceColumns.RETURN_ON_COST,
        AcquisitionSourceColumns.KEEP_COST);
  }

  private static Dataset<Row> sources(
      SparkSession spark, Optional<Dataset<Row>> referrals, Optional<Dataset<Row>> costs) {
    TestRows features =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                AcquisitionColumns.ACQUIRED_BY,
                FeatureColumns.FIRST_ORDER_ON,
                FeatureColumns.NET_SALES_LIFETIME,
                SalesColumns.MARGIN_LIFETIME)
            .row("ann", "ad", "2026-01-05", "100", "60")
            .row("bob", "ad", "2026-01-05", "50", null)
            .row("cho", "friend", "2026-01-05", "20", null)
            .row("dan", null, "2026-01-05", "-5", null);
    TestRows effort =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                EffortColumns.DISCOUNT_COST,
                EffortColumns.PROGRAMME_COST,
                EffortColumns.MESSAGE_COST,
                EffortColumns.SUPPORT_COST)
            .row("ann", "1", "2", null, "3")
            .row("bob", null, null, "3", null)
            .row("cho", null, null, null, null);
    TestRows value =
        TestRows.of(spark, SharedColumns.CUSTOMER_ID, ValueColumns.EXPECTED_NET_SALES)
            .row("ann", "25");
    return AcquisitionSources.of(
        new AcquisitionSources.SourceTables(
            features.table(), effort.table(), value.table(), referrals, costs),
        DAY);
  }
}
