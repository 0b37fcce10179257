package dev.dangol.features.scores;

import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.AcquisitionColumns;
import dev.dangol.table.features.EffortColumns;
import dev.dangol.table.features.LoyaltyColumns;
import dev.dangol.table.features.NetworkColumns;
import dev.dangol.table.features.SalesColumns;
import dev.dangol.table.features.TalkColumns;
import dev.dangol.table.sources.CostSource;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.ReferralSource;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class CustomerEffortTest {
  private static final AsOf DAY = new AsOf(LocalDate.of(2026, 2, 10), ZoneOffset.UTC);

  @Test
  void what_is_known_of_the_costs_is_added_up_and_set_against_the_margin(SparkSession spark) {
    Dataset<Row> effort = CustomerEffort.of(customers(spark), Optional.of(costs(spark)), DAY);
    TestRows expected =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            EffortColumns.ACQUISITION_COST,
            EffortColumns.PROGRAMME_COST,
            EffortColumns.CARE_COST,
            EffortColumns.NET_MARGIN,
            EffortColumns.RETURN_ON_EFFORT);
    expected
        .row("ann", "15", "3", "23", "46", 2)
        .row("bob", "15", null, "15", null, null)
        .row("cho", "0", null, "0", "5", null)
        .row("단골", null, null, null, "-8", null);
    TableAssert.assertThat(effort).hasRows(expected.table());
  }

  @Test
  void without_costs_nobody_knows_what_winning_a_customer_costs(SparkSession spark) {
    Dataset<Row> effort = CustomerEffort.of(customers(spark), Optional.empty(), DAY);
    TestRows expected =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            EffortColumns.ACQUISITION_COST,
            EffortColumns.CARE_COST);
    expected
        .row("ann", null, "8")
        .row("bob", null, null)
        .row("cho", null, null)
        .row("단골", null, null);
    TableAssert.assertThat(effort).hasRows(expected.table());
  }

  @Test
  void the_mean_cost_is_that_of_customers_whom_nobody_had_referred_by_the_day(SparkSession spark) {
    Dataset<Row> effort = CustomerEffort.of(customers(spark), Optional.of(costs(spark)), DAY);
    TestRows referrals =
        TestRows.of(
            spark,
            ReferralSource.REFERRER_ID,
            ReferralSource.REFERRED_ID,
            ReferralSource.REFERRED_AT);
    referrals.row("ann", "bob", "2026-02-10T23:59:59.999Z").row("ann", "cho", "2026-02-11");
    TestRows expected = TestRows.of(spark, NetworkColumns.SAVED_ACQUISITION_COST).row("7.5");
    TableAssert.assertThat(CustomerEffort.meanCost(effort, referrals.table(), DAY))
        .hasRows(expected.table());
  }

  private static Dataset<Row> customers(SparkSession spark) {
    Dataset<Row> effort =
        TestRows.of(
                spark,
                SharedColumns.AS_OF,
                SharedColumns.CUSTOMER_ID,
                AcquisitionColumns.ACQUIRED_BY,
                SalesColumns.DISCOUNTS_LIFETIME,
                LoyaltyColumns.LOYALTY_REDEEMED,
                LoyaltyColumns.LOYALTY_BENEFITS,
                SalesColumns.MARGIN_LIFETIME)
            .row("2026-02-10", "ann", "search", "5", "1", "2", "46")
            .row("2026-02-10", "bob", "search", null, null, null, null)
            .row("2026-02-10", "cho", "friend", null, null, null, "5")
            .row("2026-02-10", "단골", null, null, null, null, "-8")
            .table();
    return effort
        .withColumn(
            TalkColumns.MESSAGE_COST_LIFETIME.name(),
            TalkColumns.MESSAGE_COST_LIFETIME.nullColumn())
        .withColumn(
            TalkColumns.SUPPORT_COST_LIFETIME.name(),
            TalkColumns.SUPPORT_COST_LIFETIME.nullColumn());
  }

  private static Dataset<Row> costs(SparkSession spark) {
    return TestRows.of(spark, CostSource.SPENT_AT, CostSource.AMOUNT, CustomerSource.ACQUIRED_BY)
        .row("2026-01-01", "10", "search")
        .row("2026-02-10T23:59:59.999Z", "20", "search")
        .row("2026-02-11", "400", "search")
        .row("2026-01-01", "70", "poster")
        .row("2026-01-01", "7", null)
        .table();
  }
}
