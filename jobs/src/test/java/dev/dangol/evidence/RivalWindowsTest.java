package dev.dangol.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.evidence.RivalWindowColumns;
import dev.dangol.table.features.RivalColumns;
import dev.dangol.testing.GivenRow;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestDay;
import dev.dangol.testing.TestRows;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import scala.jdk.javaapi.CollectionConverters;

@ExtendWith(SparkExtension.class)
class RivalWindowsTest {
  private static final AsOf DAY = TestDay.of("2026-03-01");
  private static final String TAKES = "큰마트 🛒";
  private static final String HARMLESS = "small";

  private static TestRows counted(SparkSession spark) {
    return TestRows.of(
        spark,
        RivalWindowColumns.RIVAL,
        RivalWindowColumns.CUSTOMERS,
        RivalWindowColumns.RETURNED,
        RivalWindowColumns.DAYS,
        RivalWindowColumns.MATCHED,
        RivalWindowColumns.MATCHED_RETURNED,
        RivalWindowColumns.MATCHED_DAYS);
  }

  private static List<RowReader> rows(Dataset<Row> counts) {
    List<Row> rows = RivalWindows.rows(counts.collectAsList(), DAY);
    return GivenRow.read(RivalWindowColumns.TABLE, rows).stream().map(RowReader::new).toList();
  }

  /** The example of Newcombe, Statistics in Medicine 17, 1998: 56 of 70 less 48 of 80. */
  @Test
  void the_interval_is_the_published_one(SparkSession spark) {
    RowReader row = rows(counted(spark).row("a", 70, 56, 60, 80, 48, 60).table()).get(0);

    assertThat(row.number(RivalWindowColumns.DIFFERENCE).orElseThrow())
        .isCloseTo(0.2, within(1e-12));
    assertThat(row.number(RivalWindowColumns.LOW).orElseThrow()).isCloseTo(0.0524, within(5e-5));
    assertThat(row.number(RivalWindowColumns.HIGH).orElseThrow()).isCloseTo(0.3339, within(5e-5));
    assertThat(row.number(RivalWindowColumns.ORDER_SHARE).orElseThrow()).isEqualTo(0.5);
  }

  @Test
  void nobody_before_leaves_the_difference_open(SparkSession spark) {
    RowReader row = rows(counted(spark).row("a", 5, 1, 1, null, null, null).table()).get(0);

    assertThat(row.number(RivalWindowColumns.DIFFERENCE)).isEmpty();
    assertThat(row.number(RivalWindowColumns.HIGH)).isEmpty();
    assertThat(row.number(RivalWindowColumns.SHARE).orElseThrow()).isEqualTo(0.2);
    assertThat(rows(counted(spark).table())).isEmpty();
  }

  @Test
  void a_rival_who_takes_customers_is_told_from_one_who_does_not(SparkSession spark) {
    Random random = new Random(21);
    TestRows features =
        TestRows.of(spark, SharedColumns.CUSTOMER_ID, RivalColumns.BOUGHT, RivalColumns.MATCHED);
    long[] naive = new long[2];
    for (int place = 0; place < 600; place++) {
      Map<String, Long> bought = new TreeMap<>();
      Map<String, Long> matched = new TreeMap<>();
      bought.put(TAKES, days(random, 0.3));
      matched.put(TAKES, days(random, 0.6));
      if (place % 3 > 0) {
        bought.put(HARMLESS, days(random, 0.5));
        matched.put(HARMLESS, days(random, 0.5));
      }
      naive[0] += bought.get(TAKES) > 0 ? 1 : 0;
      naive[1] += bought.get(TAKES);
      features.row(
          "c" + place, CollectionConverters.asScala(bought), CollectionConverters.asScala(matched));
    }
    features.row("without", null, null);

    List<RowReader> rows = rows(RivalWindows.counts(features.table()));

    RowReader harmless = rows.get(0);
    RowReader takes = rows.get(1);
    assertThat(takes.count(RivalWindowColumns.CUSTOMERS)).isEqualTo(600);
    assertThat(takes.count(RivalWindowColumns.RETURNED)).isEqualTo(naive[0]);
    assertThat(takes.number(RivalWindowColumns.HIGH).orElseThrow()).isNegative();
    assertThat(takes.number(RivalWindowColumns.LOW).orElseThrow()).isLessThan(-0.3 + 0.1);
    assertThat(takes.number(RivalWindowColumns.ORDER_SHARE).orElseThrow()).isLessThan(0.45);
    assertThat(harmless.count(RivalWindowColumns.CUSTOMERS)).isEqualTo(400);
    assertThat(harmless.number(RivalWindowColumns.LOW).orElseThrow()).isNegative();
    assertThat(harmless.number(RivalWindowColumns.HIGH).orElseThrow()).isPositive();
  }

  private static long days(Random random, double share) {
    return random.nextDouble() < share ? 1 + random.nextInt(3) : 0;
  }
}
