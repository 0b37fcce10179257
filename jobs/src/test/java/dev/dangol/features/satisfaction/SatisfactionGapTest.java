package dev.dangol.features.satisfaction;

import dev.dangol.config.SatisfactionSettings;
import dev.dangol.features.CleanTables;
import dev.dangol.features.ComparedExperience;
import dev.dangol.features.GivenSettings;
import dev.dangol.features.measure.ExperienceColumns;
import dev.dangol.ranks.DistributionCounter;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.RfmColumns;
import dev.dangol.table.features.SatisfactionColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SurveySource;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class SatisfactionGapTest {
  private static final AsOf MARCH = new AsOf(LocalDate.of(2026, 3, 10), ZoneOffset.UTC);
  private static final Field[] PARTS = {
    SharedColumns.CUSTOMER_ID,
    SatisfactionColumns.PRICE_RANK,
    SatisfactionColumns.PAST_RATING,
    SatisfactionColumns.RATING,
    SatisfactionColumns.ON_TIME,
    SatisfactionColumns.SURVEY,
    SatisfactionColumns.ORDERS,
    SatisfactionColumns.FAULTS,
  };

  private final Map<Source, Dataset<Row>> clean = new LinkedHashMap<>();
  private GivenSettings given = GivenSettings.in(ZoneOffset.UTC, List.of());

  @Test
  void the_dearer_the_purchases_in_their_category_the_more_is_expected(SparkSession spark) {
    have(
        Sources.PURCHASES,
        lines(spark)
            .row("ann expensive", "2026-01-01", "60", "tea", 2, null, null)
            .row("bob cheap", "2026-01-01", "10", "tea", null, null, null)
            .row("bob cheap", "2026-01-02", "10", "tea", 1, null, null)
            .row("cho both", "2026-01-01", "20", "tea", 2, null, null)
            .row("cho both", "2026-01-01", "1000000", "차", 1, null, null)
            .row("dan nothing", "2026-01-01", "5", null, 1, null, null)
            .row("dan nothing", "2026-01-01", "5", "tea", 0, null, null)
            .row("dan nothing", "2026-01-01", "-5", "tea", 1, null, null)
            .table());
    Dataset<Row> expected =
        TestRows.of(spark, SharedColumns.CUSTOMER_ID, SatisfactionColumns.PRICE_RANK)
            .row("ann expensive", 0.875)
            .row("bob cheap", 0.375)
            .row("cho both", 0.4375)
            .row("dan nothing", null)
            .table();
    TableAssert.assertThat(experience()).hasRows(expected);
  }

  @Test
  void a_promise_is_judged_once_it_is_kept_or_has_passed(SparkSession spark) {
    have(
        Sources.PURCHASES,
        lines(spark)
            .row("ann", "2026-01-01", "1", null, 1, "2026-01-05", "2026-01-05")
            .row("ann", "2026-01-02", "1", null, 1, "2026-01-05", "2026-01-05T00:00:00.001Z")
            .row("ann", "2026-01-03", "1", null, 1, "2026-04-01", "2026-03-10T23:59:59Z")
            .row("ann", "2026-01-04", "1", null, 1, "2026-03-10T23:59:59Z", "2026-03-11")
            .row("bob", "2026-01-01", "1", null, 1, "2026-03-11", null)
            .row("cho", "2026-01-01", "1", null, 1, null, "2026-01-02")
            .table());
    Dataset<Row> expected =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                SatisfactionColumns.DELIVERIES,
                SatisfactionColumns.LATE_DELIVERIES,
                SatisfactionColumns.ON_TIME)
            .row("ann", 4, 2, 0.5)
            .row("bob", 0, 0, null)
            .row("cho", 0, 0, null)
            .table();
    TableAssert.assertThat(experience()).hasRows(expected);
  }

  @Test
  void the_latest_review_is_no_past_one_and_surveys_have_their_own_scale(SparkSession spark) {
    have(
        Sources.PURCHASES,
        lines(spark)
            .row("ann", "2026-01-01", "1", null, 1, null, null)
            .row("bob", "2026-01-01", "1", null, 1, null, null)
            .row("cho", "2026-01-01", "1", null, 1, null, null)
            .table());
    have(
        Sources.REVIEWS,
        TestRows.of(spark, SharedColumns.CUSTOMER_ID, ReviewSource.REVIEWED_AT, ReviewSource.RATING)
            .row("ann", "2026-01-02", 5)
            .row("ann", "2026-01-03", 3)
            .row("ann", "2026-01-04", 1)
            .row("ann", "2026-03-11", 5)
            .row("bob", "2026-01-02", 2)
            .row("bob", "2026-01-02", 4)
            .table());
    have(
        Sources.SURVEYS,
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                SurveySource.ANSWERED_AT,
                SurveySource.SCORE,
                SurveySource.SCALE_MIN,
                SurveySource.SCALE_MAX)
            .row("cho", "2026-01-02", 9, 0, 10)
            .row("cho", "2026-01-02", 2, 1, 5)
            .row("cho", "2026-01-02", 7, null, 10)
            .row("cho", "2026-01-02", null, 0, 10)
            .row("cho", "2026-01-02", 7, 10, 10)
            .row("cho", "2026-03-11", 0, 0, 10)
            .table());
    TableAssert.assertThat(experience())
        .hasRows(
            TestRows.of(spark, PARTS)
                .row("ann", null, 0.75, 0.5, null, null, 1, 0)
                .row("bob", null, 0.25, 0.5, null, null, 1, 0)
                .row("cho", null, null, null, null, 0.575, 1, 0)
                .table());
  }

  @Test
  void the_gap_is_what_was_delivered_less_what_was_expected(SparkSession spark) {
    SatisfactionSettings how = weighing(List.of(1.0, 1.0, 2.0), List.of(2.0, 1.0, 1.0, 0.0));
    Dataset<Row> customers =
        customers(spark)
            .row("ann", "big", 0.9, 0.5, 1.0, 0.5, 0.0, 2, 1, true)
            .row("bob", "big", null, null, 0.2, null, 1.0, 1, 3, true)
            .row("cho", "small", null, null, null, null, null, 1, 0, true)
            .table();
    TestRows expected =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            SatisfactionColumns.FAULT_FREE,
            SatisfactionColumns.DELIVERED,
            SatisfactionColumns.PEERS,
            SatisfactionColumns.EXPECTED,
            SatisfactionColumns.GAP);
    TableAssert.assertThat(scored(customers, how))
        .hasRows(
            expected
                .row("ann", 0.5, 0.75, 0.4416665, 0.570833, 0.179167)
                .row("bob", 0.0, 0.133333, 0.4416665, 0.441667, -0.308334)
                .row("cho", 1.0, 1.0, 1.0, 1.0, 0.0)
                .table());
  }

  @Test
  void where_no_fault_can_be_known_nobody_is_free_of_faults(SparkSession spark) {
    TestRows silent = customers(spark).row("ann", "all", null, null, null, null, null, 2, 0, false);
    TestRows found =
        customers(spark)
            .row("ann", "all", null, null, null, null, null, 2, 0, false)
            .row("bob", "all", null, null, null, null, null, 2, 1, false);
    SatisfactionSettings how = GivenSettings.SATISFACTION;
    Field[] looked = {
      SharedColumns.CUSTOMER_ID, SatisfactionColumns.FAULT_FREE, SatisfactionColumns.GAP
    };
    TableAssert.assertThat(scored(silent.table(), how))
        .hasRows(TestRows.of(spark, looked).row("ann", null, null).table());
    TableAssert.assertThat(scored(found.table(), how))
        .hasRows(TestRows.of(spark, looked).row("ann", 1, 0.25).row("bob", 0.5, -0.25).table());
  }

  @Test
  void without_a_purchase_there_is_nobody(SparkSession spark) {
    have(
        Sources.PURCHASES,
        lines(spark)
            .row("lone refund", "2026-01-01", "-5", "tea", 1, null, null)
            .row("not yet", "2026-03-11", "5", "tea", 1, null, null)
            .table());
    TableAssert.assertThat(experience()).isEmpty();
  }

  private static SatisfactionSettings weighing(List<Double> expected, List<Double> delivered) {
    SatisfactionSettings how = GivenSettings.SATISFACTION;
    return new SatisfactionSettings(
        expected, delivered, true, how.curveDays(), how.spans(), Optional.empty());
  }

  private static TestRows customers(SparkSession spark) {
    return TestRows.of(
        spark,
        SharedColumns.CUSTOMER_ID,
        RfmColumns.RFM_GROUP,
        SatisfactionColumns.PRICE_RANK,
        SatisfactionColumns.PAST_RATING,
        SatisfactionColumns.RATING,
        SatisfactionColumns.ON_TIME,
        SatisfactionColumns.SURVEY,
        SatisfactionColumns.ORDERS,
        SatisfactionColumns.FAULTS,
        ExperienceColumns.FAULTS_TOLD);
  }

  private static TestRows lines(SparkSession spark) {
    return TestRows.of(
        spark,
        SharedColumns.CUSTOMER_ID,
        PurchaseSource.PURCHASED_AT,
        PurchaseSource.NET_AMOUNT,
        SharedColumns.CATEGORY,
        PurchaseSource.QUANTITY,
        PurchaseSource.PROMISED_AT,
        PurchaseSource.DELIVERED_AT);
  }

  private void have(Source source, Dataset<Row> rows) {
    clean.put(source, CleanTables.rows(source, rows));
    given = given.with(source, source.fields());
  }

  private Dataset<Row> experience() {
    return ComparedExperience.experience(clean, MARCH, given.settings());
  }

  private static Dataset<Row> scored(Dataset<Row> customers, SatisfactionSettings how) {
    return SatisfactionScores.of(
        customers, DistributionCounter.of(customers, SatisfactionGap.COUNTED), how);
  }
}
