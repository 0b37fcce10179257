package dev.dangol.features.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.features.satisfaction.EarlierSatisfaction.EarlierGaps;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.evidence.QuadrantColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.SatisfactionColumns;
import dev.dangol.testing.GivenRow;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestDay;
import dev.dangol.testing.TestRows;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class QuadrantRetentionTest {
  private static final AsOf CUT = TestDay.of("2025-12-01");
  private static final AsOf DAY = TestDay.of("2026-03-01");

  private static TestRows gaps(SparkSession spark) {
    return TestRows.of(spark, SharedColumns.CUSTOMER_ID, SatisfactionColumns.GAP);
  }

  private static TestRows customers(SparkSession spark) {
    return TestRows.of(spark, SharedColumns.CUSTOMER_ID, FeatureColumns.NET_SALES_LIFETIME);
  }

  private static TestRows days(SparkSession spark) {
    return TestRows.of(spark, SharedColumns.CUSTOMER_ID, DayColumns.COUNTED_ON, DayColumns.ORDERS);
  }

  private static List<RowReader> rows(EarlierGaps gaps, Dataset<Row> customers, Dataset<Row> days) {
    List<Row> rows = QuadrantRetention.rows(gaps, customers, days, DAY);
    return GivenRow.read(QuadrantColumns.RETENTION, rows).stream().map(RowReader::new).toList();
  }

  /** The content come back more often by plan, and value by plan makes no difference. */
  @Test
  void customers_are_counted_in_the_quadrant_of_the_earlier_day(SparkSession spark) {
    Random random = new Random(3);
    TestRows gaps = gaps(spark);
    TestRows customers = customers(spark);
    TestRows days = days(spark);
    Map<String, long[]> naive = new TreeMap<>();
    for (int place = 0; place < 400; place++) {
      String id = "고객" + place;
      boolean content = random.nextBoolean();
      boolean back = random.nextDouble() < (content ? 0.8 : 0.3);
      gaps.row(id, content ? 0.0 : -0.2);
      customers.row(id, String.valueOf(place));
      days.row(id, "2025-12-01", 1).row(id, "2026-01-05", back ? 1 : 0);
      String quadrant = (place > 199.5 ? "upper_" : "lower_") + (content ? "" : "un") + "satisfied";
      long[] count = naive.computeIfAbsent(quadrant, name -> new long[2]);
      count[0]++;
      count[1] += back ? 1 : 0;
    }
    gaps.row("without a gap", null);
    customers.row("without a gap", "1000");

    List<RowReader> rows =
        rows(
            new EarlierGaps(gaps.table(), OptionalDouble.of(199.5), CUT),
            customers.table(),
            days.table());

    assertThat(rows).hasSize(4);
    for (RowReader row : rows) {
      String quadrant = row.text(QuadrantColumns.EARLIER_QUADRANT).orElseThrow();
      long[] count = naive.get(quadrant);
      assertThat(row.count(QuadrantColumns.EARLIER_COUNT)).isEqualTo(count[0]);
      assertThat(row.count(QuadrantColumns.RETAINED)).isEqualTo(count[1]);
      assertThat(row.number(QuadrantColumns.RETAINED_SHARE).orElseThrow())
          .isCloseTo((double) count[1] / count[0], within(1e-12));
    }
    for (int half = 0; half < 4; half += 2) {
      assertThat(rows.get(half).number(QuadrantColumns.LOW).orElseThrow())
          .as("the content come back more often by more than chance")
          .isGreaterThan(rows.get(half + 1).number(QuadrantColumns.HIGH).orElseThrow());
    }
    assertThat(rows.get(0).number(QuadrantColumns.HIGH).orElseThrow())
        .as("value makes no difference by plan")
        .isGreaterThan(rows.get(2).number(QuadrantColumns.LOW).orElseThrow());
  }

  @Test
  void nobody_gives_no_row(SparkSession spark) {
    EarlierGaps none = new EarlierGaps(gaps(spark).table(), OptionalDouble.empty(), CUT);

    assertThat(rows(none, customers(spark).table(), days(spark).table())).isEmpty();
  }
}
