package dev.dangol.features.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.features.CleanTables;
import dev.dangol.features.ComparedExperience;
import dev.dangol.features.GivenSettings;
import dev.dangol.features.purchases.PurchaseDays;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.SatisfactionColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class SatisfactionCurveTest {
  private static final AsOf MARCH = new AsOf(LocalDate.of(2026, 3, 10), ZoneOffset.UTC);

  private final Map<Source, Dataset<Row>> clean = new LinkedHashMap<>();
  private GivenSettings given = GivenSettings.in(ZoneOffset.UTC, List.of());

  @Test
  void buckets_hold_their_least_gap_and_the_highest_holds_one(SparkSession spark) {
    AsOf cut = new AsOf(LocalDate.of(2025, 12, 10), ZoneOffset.UTC);
    Dataset<Row> satisfaction =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                SatisfactionColumns.SEGMENT,
                SatisfactionColumns.GAP)
            .row("ann", "loyal", 0.3)
            .row("bob", "loyal", 0.399999)
            .row("cho", "new", 1.0)
            .row("dan", "new", -0.000001)
            .row("eun 모름", "new", null)
            .table();
    have(
        Sources.PURCHASES,
        lines(spark)
            .row("ann", "2025-12-10", "1", null, 1, null, null)
            .row("ann", "2026-03-11", "1", null, 1, null, null)
            .row("bob", "2025-12-11", "1", null, 1, null, null)
            .row("cho", "2026-03-10", "1", null, 1, null, null)
            .row("dan", "2026-01-01", "-1", null, 1, null, null)
            .table());
    Dataset<Row> days =
        PurchaseDays.of(clean.get(Sources.PURCHASES), MARCH, java.util.OptionalDouble.empty());
    Dataset<Row> curve = SatisfactionCurve.of(satisfaction, days, cut, MARCH);
    TableAssert.assertThat(curve)
        .hasRows(
            TestRows.of(
                    spark,
                    SharedColumns.AS_OF,
                    SatisfactionColumns.FROM_ON,
                    SatisfactionColumns.SEGMENT,
                    SatisfactionColumns.GAP_FROM,
                    SatisfactionColumns.GAP_TO,
                    SatisfactionColumns.RETAINED,
                    SatisfactionColumns.RETAINED_SHARE)
                .row("2026-03-10", "2025-12-10", "all", 0.3, 0.4, 1, 0.5)
                .row("2026-03-10", "2025-12-10", "loyal", 0.3, 0.4, 1, 0.5)
                .row("2026-03-10", "2025-12-10", "all", 0.9, 1.0, 1, 1)
                .row("2026-03-10", "2025-12-10", "new", 0.9, 1.0, 1, 1)
                .row("2026-03-10", "2025-12-10", "all", -0.1, 0.0, 0, 0)
                .row("2026-03-10", "2025-12-10", "new", -0.1, 0.0, 0, 0)
                .table());
    assertThat(List.of(curve.columns()))
        .containsExactlyInAnyOrderElementsOf(
            SatisfactionColumns.CURVE.fields().stream().map(Field::name).toList());
    TableAssert.assertThat(SatisfactionCurve.of(satisfaction.limit(0), days.limit(0), cut, MARCH))
        .isEmpty();
  }

  @Test
  void a_shop_younger_than_the_span_has_no_curve_yet(SparkSession spark) {
    have(
        Sources.PURCHASES,
        lines(spark).row("ann", "2026-01-01", "1", "tea", 1, null, null).table());
    AsOf cut = SatisfactionCurve.earlier(MARCH, given.settings());
    assertThat(cut.day()).isEqualTo(LocalDate.of(2025, 12, 10));
    TableAssert.assertThat(ComparedExperience.earlier(clean, cut, MARCH, given.settings()))
        .isEmpty();
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
}
