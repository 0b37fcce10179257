package dev.dangol.cohorts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.config.ProofSettings.ControlSettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.UpliftColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ControlGroupsTest {
  private static final ControlSettings TENTH = new ControlSettings(0.1, "비밀", 14);

  private static TestRows stays(SparkSession spark) {
    return TestRows.of(
        spark,
        SharedColumns.COHORT,
        SharedColumns.CUSTOMER_ID,
        CohortColumns.ENTERED_ON,
        CohortColumns.LEFT_ON);
  }

  private static TestRows drawn(SparkSession spark) {
    return TestRows.of(
        spark,
        SharedColumns.COHORT,
        SharedColumns.CUSTOMER_ID,
        UpliftColumns.ARM,
        UpliftColumns.DRAWN_ON);
  }

  private static Map<String, String> arms(Dataset<Row> groups) {
    Map<String, String> arms = new HashMap<>();
    groups
        .select(SharedColumns.CUSTOMER_ID.col(), UpliftColumns.ARM.col())
        .collectAsList()
        .forEach(row -> arms.put(row.getString(0), row.getString(1)));
    return arms;
  }

  @Test
  void of_a_hundred_thousand_a_tenth_is_left_alone_and_each_cohort_draws_its_own(
      SparkSession spark) {
    Dataset<Row> ids =
        spark
            .range(100_000)
            .select(functions.concat(functions.lit("고객 "), functions.col("id")).as("customer_id"));
    Row shares =
        ids.withColumn("cohort", functions.lit("ideal"))
            .withColumn("one", ControlGroups.arm(TENTH).equalTo("control"))
            .withColumn("cohort", functions.lit("slipping"))
            .withColumn("two", ControlGroups.arm(TENTH).equalTo("control"))
            .withColumn(
                "three",
                ControlGroups.arm(new ControlSettings(0.1, "another", 14)).equalTo("control"))
            .selectExpr(
                "avg(int(one))",
                "avg(int(two))",
                "avg(int(one and two))",
                "avg(int(two and three))")
            .head();

    double four = 4 * Math.sqrt(0.09 / 100_000);
    assertThat(shares.getDouble(0)).isCloseTo(0.1, within(four));
    assertThat(shares.getDouble(1)).isCloseTo(0.1, within(four));
    double both = 4 * Math.sqrt(0.0099 / 100_000);
    assertThat(shares.getDouble(2)).isCloseTo(0.01, within(both));
    assertThat(shares.getDouble(3)).isCloseTo(0.01, within(both));
  }

  @Test
  void who_is_drawn_stays_drawn_whatever_becomes_of_him_and_of_the_settings(SparkSession spark) {
    TestRows first = stays(spark);
    for (int i = 0; i < 200; i++) {
      first.row("ideal", "k" + i, "2026-01-01", null);
    }
    Dataset<Row> once =
        ControlGroups.of(first.table(), drawn(spark).table(), TENTH).localCheckpoint();
    Dataset<Row> later =
        stays(spark)
            .row("ideal", "k1", "2026-01-01", "2026-02-01")
            .row("ideal", "k1", "2026-03-01", null)
            .row("ideal", "new", "2026-03-01", null)
            .table();

    Dataset<Row> again =
        ControlGroups.of(later, once, new ControlSettings(1, "other", 14)).localCheckpoint();

    Map<String, String> before = arms(once);
    Map<String, String> after = arms(again);
    assertThat(before.values()).contains("treat", "control");
    assertThat(after).hasSize(201).containsAllEntriesOf(before).containsEntry("new", "control");
    assertThat(arms(ControlGroups.of(first.table(), drawn(spark).table(), TENTH)))
        .as("drawn anew without memory")
        .isEqualTo(before);
    assertThat(again.where("customer_id = 'k1'").selectExpr("string(drawn_on)").head().get(0))
        .isEqualTo("2026-01-01");
    assertThat(again.where("customer_id = 'new'").selectExpr("string(drawn_on)").head().get(0))
        .isEqualTo("2026-03-01");
  }

  @Test
  void members_of_the_day_before_are_watched_while_the_campaign_runs_and_no_longer(
      SparkSession spark) {
    Dataset<Row> stays =
        stays(spark)
            .row("ideal", "ann", "2026-01-01", null)
            .row("ideal", "bob", "2026-01-01", "2026-02-10")
            .row("ideal", "gone", "2026-01-01", "2026-02-01")
            .row("ideal", "too late", "2026-02-10", null)
            .row("fresh", "ann", "2026-01-01", null)
            .table();
    Dataset<Row> groups =
        drawn(spark)
            .row("ideal", "ann", "treat", "2026-01-01")
            .row("ideal", "bob", "control", "2026-01-01")
            .row("ideal", "gone", "treat", "2026-01-01")
            .row("ideal", "too late", "treat", "2026-02-10")
            .row("fresh", "ann", "control", "2026-01-01")
            .table();
    Dataset<Row> sent =
        TestRows.of(
                spark, SharedColumns.CUSTOMER_ID, MessageSource.SENT_AT, SharedColumns.CAMPAIGN_ID)
            .row("ann", "2026-02-10T10:00:00Z", "봄")
            .row("ann", "2026-02-11T10:00:00Z", "봄")
            .row("stranger", "2026-02-12T10:00:00Z", "봄")
            .row("ann", "2026-02-18T10:00:00Z", "not over")
            .row("ann", "2026-02-10T10:00:00Z", null)
            .table();
    Dataset<Row> days =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                DayColumns.COUNTED_ON,
                DayColumns.ORDERS,
                DayColumns.NET)
            .row("ann", "2026-02-09", 1, 10_000)
            .row("ann", "2026-02-10", 1, 100_000)
            .row("ann", "2026-02-16", 2, 1_000_000)
            .row("ann", "2026-02-17", 1, 10_000_000)
            .table();
    Dataset<Row> events =
        TestRows.of(
                spark,
                EngagementSource.KNOWN_CUSTOMER_ID,
                EngagementSource.OCCURRED_AT,
                SharedColumns.ARRIVED_AT)
            .row("bob", "2026-02-16T23:59:00Z", null)
            .row("ann", "2026-02-09T23:59:00Z", null)
            .row("ann", "2026-02-16T01:00:00Z", "2026-03-01T00:00:00Z")
            .table();
    AsOf day = new AsOf(LocalDate.of(2026, 2, 20), ZoneOffset.UTC);
    CampaignArms.CampaignActivity deeds =
        new CampaignArms.CampaignActivity(sent, days, Optional.of(events));

    Dataset<Row> found = new CampaignArms(day, 7).of(stays, groups, deeds);

    TableAssert.assertThat(found.drop("began_on"))
        .hasRows(
            TestRows.of(
                    spark,
                    UpliftColumns.CAMPAIGN,
                    SharedColumns.COHORT,
                    UpliftColumns.ARM,
                    SharedColumns.CUSTOMER_ID,
                    UpliftColumns.MESSAGED,
                    UpliftColumns.VISITED,
                    UpliftColumns.BOUGHT,
                    UpliftColumns.PAID)
                .row("봄", "ideal", "treat", "ann", true, false, 3, "110")
                .row("봄", "ideal", "control", "bob", false, true, 0, "0")
                .row("봄", "fresh", "control", "ann", true, false, 3, "110")
                .table());
    assertThat(
            new CampaignArms(day, 7)
                .of(stays, groups, new CampaignArms.CampaignActivity(sent, days, Optional.empty()))
                .selectExpr("count(*)", "count(_visited)")
                .head())
        .hasToString("[3,0]");
    assertThat(List.of(found.columns())).contains("began_on");
  }
}
