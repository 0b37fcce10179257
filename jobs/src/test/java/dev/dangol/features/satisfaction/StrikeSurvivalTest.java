package dev.dangol.features.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.features.CleanTables;
import dev.dangol.features.ComparedExperience;
import dev.dangol.features.FoldedInputs;
import dev.dangol.features.GivenSettings;
import dev.dangol.features.OrderHistory;
import dev.dangol.features.measure.ExperienceColumns;
import dev.dangol.features.measure.FeatureInputs;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.StrikeColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
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
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class StrikeSurvivalTest {
  private static final AsOf DAY = new AsOf(LocalDate.of(2026, 3, 10), ZoneOffset.UTC);

  private final Map<Source, Dataset<Row>> clean = new LinkedHashMap<>();
  private GivenSettings given = GivenSettings.in(ZoneOffset.UTC, List.of());

  @Test
  void each_kind_of_bad_experience_has_its_day(SparkSession spark) {
    have(
        Sources.PURCHASES,
        lines(spark)
            .row("ann refunded", "2026-01-01", "9", "a1", null, null, null)
            .row("ann refunded", "2026-01-05", "-4", null, "a1", null, null)
            .row("ann refunded", "2026-01-09", "-5", null, "a1", null, null)
            .row("ann refunded", "2026-01-09", "-5", null, "lost", null, null)
            .row("ann refunded", "2026-01-09", "-5", null, null, null, null)
            .row("bob late", "2026-01-01", "9", "b1", null, "2026-01-04", null)
            .row("bob late", "2026-01-01", "9", "b1", null, "2026-01-03", "2026-02-01")
            .row("bob late", "2026-01-01", "9", "b2", null, "2026-03-11", null)
            .row("cho low", "2026-01-01", "9", "c1", null, null, null)
            .row("dan asks", "2026-01-01", "9", "d1", null, null, null)
            .table());
    have(
        Sources.REVIEWS,
        TestRows.of(spark, SharedColumns.CUSTOMER_ID, ReviewSource.REVIEWED_AT, ReviewSource.RATING)
            .row("cho low", "2026-01-02", 2.9)
            .row("cho low", "2026-01-02T09:00:00Z", 2)
            .row("cho low", "2026-01-03", 1)
            .row("cho low", "2026-01-04", 2)
            .row("cho low", "2026-01-05", 3)
            .table());
    have(
        Sources.SUPPORT,
        cases(spark)
            .row("dan asks", "2026-01-01", "2026-01-02", "2026-01-20", null, true)
            .row("dan asks", "2026-02-01", "2026-02-02T00:00:01Z", null, null, false)
            .row("dan asks", "2026-02-10", "2026-02-10", "2026-02-11", "2026-02-12", null)
            .row("dan asks", "2026-03-09T23:59:59Z", null, null, "2026-03-11", null)
            .row("dan asks", "2026-03-10", null, null, null, null)
            .table());
    assertThat(strikes())
        .containsExactly(
            "ann refunded 2026-01-05 fault_refund",
            "bob late 2026-01-03 late_delivery",
            "cho low 2026-01-02 low_rating",
            "cho low 2026-01-03 low_rating",
            "cho low 2026-01-04 low_rating",
            "dan asks 2026-01-01 fault_case",
            "dan asks 2026-02-02 missed_reply",
            "dan asks 2026-02-12 reopened_case",
            "dan asks 2026-03-10 missed_reply");
  }

  @Test
  void staying_is_looked_at_from_each_strike_once_the_span_is_over(SparkSession spark) {
    have(
        Sources.PURCHASES,
        lines(spark)
            .row("ann spotless stayed", "2025-01-01", "9", null, null, null, null)
            .row("ann spotless stayed", "2025-06-30", "9", null, null, null, null)
            .row("bob spotless left", "2025-01-01", "9", null, null, null, null)
            .row("bob spotless left", "2025-07-01", "9", null, null, null, null)
            .row("cho too new", "2025-09-12", "9", null, null, null, null)
            .row("dan once", "2025-01-01", "9", null, null, null, null)
            .row("dan once", "2025-02-03", "9", null, null, null, null)
            .row("eun twice", "2025-01-02", "9", null, null, null, null)
            .row("eun twice", "2025-02-01", "9", null, null, null, null)
            .table());
    have(
        Sources.REVIEWS,
        TestRows.of(spark, SharedColumns.CUSTOMER_ID, ReviewSource.REVIEWED_AT, ReviewSource.RATING)
            .row("dan once", "2025-02-02", 1)
            .row("eun twice", "2025-01-02", 1)
            .row("eun twice", "2025-01-20", 2)
            .row("eun twice", "2025-09-11", 2)
            .row("eun twice", "2025-09-12", 3)
            .table());
    TestRows expected =
        TestRows.of(
            spark,
            StrikeColumns.STRIKE_COUNT,
            StrikeColumns.CUSTOMERS,
            StrikeColumns.OBSERVED,
            StrikeColumns.SURVIVED,
            StrikeColumns.SURVIVAL,
            StrikeColumns.BENCHMARK_SOURCE);
    Dataset<Row> table = table();
    TableAssert.assertThat(table)
        .hasRows(
            expected
                .row(0, 3, 3, 2, 2 / 3.0, null)
                .row(1, 1, 2, 2, 1, null)
                .row(2, 1, 1, 1, 1, "a survey")
                .table());
    assertThat(table.where(StrikeColumns.BENCHMARK.col().between(0.1399, 0.1401)).count())
        .isEqualTo(1);
    assertThat(List.of(table.columns()))
        .containsExactlyElementsOf(StrikeColumns.TABLE.fields().stream().map(Field::name).toList());
  }

  @Test
  void where_no_bad_experience_can_be_known_there_is_no_row(SparkSession spark) {
    TestRows one = lines(spark).row("ann", "2025-01-01", "9", "a1", null, null, null);
    clean.put(Sources.PURCHASES, CleanTables.rows(Sources.PURCHASES, one.table()));
    given = given.with(Sources.PURCHASES, SharedColumns.CUSTOMER_ID, PurchaseSource.PURCHASED_AT);
    TableAssert.assertThat(table()).isEmpty();
    one.row("ann", "2025-01-03", "-9", null, "a1", null, null)
        .row("bob", "2025-01-03", "9", null, null, null, null);
    clean.put(Sources.PURCHASES, CleanTables.rows(Sources.PURCHASES, one.table()));
    TableAssert.assertThat(table())
        .hasRows(
            TestRows.of(spark, StrikeColumns.STRIKE_COUNT, StrikeColumns.CUSTOMERS)
                .row(0, 1)
                .row(1, 1)
                .row(2, 0)
                .table());
  }

  private List<String> strikes() {
    return ComparedExperience.experience(clean, DAY, given.settings())
        .select(SharedColumns.CUSTOMER_ID.col(), functions.inline(ExperienceColumns.STRIKES.col()))
        .orderBy(
            SharedColumns.CUSTOMER_ID.col(),
            ExperienceColumns.STRIKE_ON.col(),
            ExperienceColumns.KIND.col())
        .collectAsList()
        .stream()
        .map(row -> row.mkString(" "))
        .toList();
  }

  private Dataset<Row> table() {
    Dataset<Row> history = ComparedExperience.history(clean, DAY);
    Dataset<Row> days = OrderHistory.days(history);
    Dataset<Row> experience = CustomerExperience.of(history, given.settings());
    return StrikeSurvival.of(
        new FeatureInputs(
            history,
            days,
            experience,
            FoldedInputs.of(clean, DAY, given.settings()),
            Optional.empty(),
            Optional.empty()),
        DAY,
        GivenSettings.SATISFACTION);
  }

  private static TestRows lines(SparkSession spark) {
    return TestRows.of(
        spark,
        SharedColumns.CUSTOMER_ID,
        PurchaseSource.PURCHASED_AT,
        PurchaseSource.NET_AMOUNT,
        SharedColumns.ORDER_ID,
        PurchaseSource.REFUND_OF,
        PurchaseSource.PROMISED_AT,
        PurchaseSource.DELIVERED_AT);
  }

  private static TestRows cases(SparkSession spark) {
    return TestRows.of(
        spark,
        SharedColumns.CUSTOMER_ID,
        SupportSource.OPENED_AT,
        SupportSource.FIRST_REPLY_AT,
        SupportSource.RESOLVED_AT,
        SupportSource.REOPENED_AT,
        SupportSource.FAULT);
  }

  private void have(Source source, Dataset<Row> rows) {
    clean.put(source, CleanTables.rows(source, rows));
    given = given.with(source, source.fields());
  }
}
