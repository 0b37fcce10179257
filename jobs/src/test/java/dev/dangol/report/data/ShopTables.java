package dev.dangol.report.data;

import dev.dangol.table.Field;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.RetentionColumns;
import dev.dangol.table.results.ScorecardColumns;
import dev.dangol.table.results.SegmentColumns;
import dev.dangol.testing.TestRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/** A shop of five customers for the report; a table that was not given is empty. */
public final class ShopTables implements ReportTables {
  private static final List<Field> SEGMENT =
      SegmentColumns.SEGMENTS.fields().stream()
          .filter(f -> !f.equals(SharedColumns.AS_OF))
          .toList();

  private final SparkSession spark;
  private final Map<String, Dataset<Row>> tables = new HashMap<>();

  private ShopTables(SparkSession spark) {
    this.spark = spark;
  }

  public static ShopTables empty(SparkSession spark) {
    return new ShopTables(spark);
  }

  public static ShopTables full(SparkSession spark) {
    return empty(spark)
        .with("customer_features", features(spark))
        .with("customer_fit", fit(spark))
        .with("scorecard_reasons", reasons(spark))
        .with("scorecard", scorecard(spark))
        .with("cohort_days", cohortDays(spark))
        .with("cohorts", cohorts(spark))
        .with("personas", PersonaCards.of(spark))
        .with("segments", segments(spark))
        .with("retention_cohorts", retention(spark))
        .with("not_measured", notMeasured(spark))
        .with("quarantine", quarantine(spark))
        .with("quality_checks", checks(spark));
  }

  public ShopTables with(String table, Dataset<Row> rows) {
    tables.put(table, rows);
    return this;
  }

  @Override
  public Dataset<Row> of(Table table) {
    return TestRows.filled(
        tables.getOrDefault(
            table.name(), TestRows.of(spark, table.fields().toArray(Field[]::new)).table()),
        table.fields());
  }

  /** No customer's recommendations are measured, and half of the communication is. */
  public static Dataset<Row> features(SparkSession spark) {
    return TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            FeatureColumns.LAST_ORDER_ON,
            FeatureColumns.NET_SALES_LIFETIME,
            FeatureColumns.QUALITY_PAY,
            FeatureColumns.QUALITY_APPRECIATE,
            FeatureColumns.QUALITY_COMMUNICATE,
            FeatureColumns.QUALITY_RETURN,
            FeatureColumns.QUALITY_REFER)
        .row("c1", "2026-01-30", "100", 90, 80, 70, 95, null)
        .row("c2", "2026-01-10", "50", 80, 70, null, 85, null)
        .row("c3", "2025-12-01", "30", 50, 50, 30, 40, null)
        .row("c4", "2025-11-01", "20", 40, 50, Double.NaN, 30, null)
        .row("c5", "2025-10-01", "0", 10, 50, null, 0, null)
        .table();
  }

  static Dataset<Row> fit(SparkSession spark) {
    return TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            CohortColumns.FIT_LEVEL,
            CohortColumns.ENGAGEMENT_GRADE,
            CohortColumns.LIFT_1,
            CohortColumns.LIFT_2)
        .row("c1", "perfect", "1", null, null)
        .row("c2", "perfect", "2", "pays", null)
        .row("c3", "viable", "2", "pays", "returns")
        .row("c4", "viable", "3", "returns", "pays")
        .row("c5", "unfit", null, "returns", "pays")
        .table();
  }

  static Dataset<Row> reasons(SparkSession spark) {
    return TestRows.of(
            spark, SharedColumns.CUSTOMER_ID, CohortColumns.CRITERION, CohortColumns.LEVEL)
        .row("c1", "pays", "perfect")
        .row("c2", "pays", "viable")
        .row("c3", "pays", "viable")
        .row("c4", "pays", "unfit")
        .row("c5", "pays", null)
        .row("c1", "returns", "perfect")
        .row("c2", "returns", "perfect")
        .table();
  }

  static Dataset<Row> scorecard(SparkSession spark) {
    return TestRows.of(
            spark,
            ScorecardColumns.PROFILE,
            CohortColumns.CRITERION,
            ScorecardColumns.FEATURE,
            ScorecardColumns.VIABLE_FROM,
            ScorecardColumns.PERFECT_FROM,
            ScorecardColumns.VIABLE_PERCENTILE,
            ScorecardColumns.PERFECT_PERCENTILE)
        .row("main", "pays", "quality_pay", 40, 70, null, null)
        .row("main", "returns", "frequency", 2, null, 50, 85)
        .row("other", "pays", "order_value", 1, 2, null, null)
        .table();
  }

  static Dataset<Row> cohortDays(SparkSession spark) {
    return TestRows.of(spark, SharedColumns.COHORT, SharedColumns.CUSTOMER_ID)
        .row("ideal", "c1")
        .row("ideal", "c2")
        .row("advocates", "c1")
        .row("advocates", "c3")
        .table();
  }

  public static Dataset<Row> cohorts(SparkSession spark) {
    return TestRows.of(
            spark,
            SharedColumns.COHORT,
            SegmentColumns.SIZE,
            CohortColumns.SHARE_OF_CUSTOMERS,
            SegmentColumns.SHARE_OF_NET_SALES,
            CohortColumns.ENTERED,
            CohortColumns.LEFT,
            CohortColumns.STAYED)
        .row("advocates", 2, 0.4, 0.65, 0, 1, 2)
        .row("ideal", 2, 0.4, 0.75, 1, 0, 1)
        .row("<script>alert(1)</script> 단골 🎉", 1, 0.2, null, 1, 0, 0)
        .table();
  }

  public static Dataset<Row> segments(SparkSession spark) {
    return TestRows.of(spark, SEGMENT.toArray(Field[]::new))
        .row(
            "s1",
            "Rare </script><script>alert(2)</script>",
            "드문 </script><script>alert(2)</script>",
            3,
            0.6,
            "50",
            0.25,
            map(Map.of("days_since_last_order", 91.0)),
            map(Map.of("quality_pay", 30.0)),
            list("+days_since_last_order"),
            "born",
            list(),
            null,
            null,
            null,
            "c3",
            0)
        .row(
            "s2",
            "Often & full price",
            null,
            1,
            0.2,
            "100",
            0.5,
            map(Map.of("frequency", 12.5, "net_sales_90d", 40.0)),
            map(Map.of("quality_pay", 90.0)),
            list("+frequency", "+net_sales_90d", "-discount_share"),
            "matched",
            list("s2"),
            1.0,
            1.0,
            0.1,
            "c1",
            1)
        .table();
  }

  public static Dataset<Row> retention(SparkSession spark) {
    return TestRows.of(
            spark,
            RetentionColumns.ACQUIRED_MONTH,
            RetentionColumns.AGE_MONTHS,
            RetentionColumns.CUSTOMERS,
            RetentionColumns.ACTIVE_CUSTOMERS)
        .row("2025-12-01", 1, 10, 2)
        .row("2025-11-01", 0, 30, 30)
        .row("2025-11-01", 1, 30, 9)
        .row("2025-11-01", 2, 30, 3)
        .row("2025-12-01", 0, 10, 10)
        .table();
  }

  static Dataset<Row> notMeasured(SparkSession spark) {
    return TestRows.of(spark, RunColumns.MEASURE, RunColumns.WHY_NOT)
        .row("customer_features.quality_refer", "The source referrals is not configured")
        .row("customer_features.referrals_made", "The source referrals is not configured")
        .row("value_models", "No <b>model</b>")
        .table();
  }

  public static Dataset<Row> quarantine(SparkSession spark) {
    return TestRows.of(spark, RunColumns.SOURCE, RunColumns.REASON, RunColumns.RAW)
        .row("purchases", "net_amount is not a number: 'kim@example.com'", "{\"secret\":1}")
        .row("purchases", "net_amount is not a number: 'lee@example.com'", "{\"secret\":2}")
        .row("purchases", "purchased_at is missing", "{\"secret\":3}")
        .row("reviews", "rating is above 5: \"900\"", "{\"secret\":4}")
        .table();
  }

  static Dataset<Row> checks(SparkSession spark) {
    return TestRows.of(
            spark, RunColumns.CHECK, RunColumns.CHECK_VALUE, RunColumns.BOUND, RunColumns.PASSED)
        .row("purchases.rejected_share", 0.004, 0.01, true)
        .row("reviews.rejected_share", 0.25, 0.01, false)
        .row("purchases.rows", 1234.0, null, null)
        .row("identity.keys_left_apart", 7.0, null, true)
        .table();
  }

  private static Object map(Map<String, Double> values) {
    return CollectionConverters.asScala(values);
  }

  static Object list(String... values) {
    return CollectionConverters.asScala(List.of(values)).toSeq();
  }
}
