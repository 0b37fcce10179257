package dev.dangol.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.config.BenchmarkSettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.evidence.CareCostColumns;
import dev.dangol.table.features.EffortColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.testing.GivenRow;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestDay;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class CareCostsTest {
  private static final AsOf DAY = TestDay.of("2026-03-01");

  private static Row sums(SparkSession spark, CareCosts costs, boolean later) {
    TestRows features =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                FeatureColumns.FIRST_ORDER_ON,
                FeatureColumns.LAST_ORDER_ON,
                FeatureColumns.FREQUENCY)
            .row("ann", "2026-01-01", later ? "2026-02-20" : "2026-01-05", later ? 2 : 1)
            .row("bob", "2026-01-02", "2026-01-02", 0);
    TestRows effort =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                EffortColumns.ACQUISITION_COST,
                EffortColumns.DISCOUNT_COST,
                EffortColumns.PROGRAMME_COST,
                EffortColumns.MESSAGE_COST,
                EffortColumns.SUPPORT_COST)
            .row("ann", "10", later ? "7" : "4", null, later ? "3" : "1", null)
            .row("bob", "10", null, null, later ? "2" : null, null);
    if (later) {
      features.row("cho", "2026-02-25", "2026-02-25", 0);
      effort.row("cho", "40", "1", null, null, null);
    }
    return costs.sums(features.table(), effort.table()).head();
  }

  @Test
  void keeping_and_winning_are_set_against_one_another_by_period(SparkSession spark) {
    CareCosts costs =
        new CareCosts(
            DAY,
            Optional.of(LocalDate.of(2026, 2, 1)),
            Optional.of(new BenchmarkSettings(5, 25, "a journal", false)));
    List<Row> rows = costs.rows(sums(spark, costs, true), Optional.of(sums(spark, costs, false)));

    List<RowReader> read =
        GivenRow.read(CareCostColumns.TABLE, rows).stream().map(RowReader::new).toList();

    RowReader all = read.get(0);
    assertThat(all.count(CareCostColumns.KEPT)).isEqualTo(1);
    assertThat(all.count(CareCostColumns.NEW)).isEqualTo(3);
    assertThat(all.number(CareCostColumns.KEEP_EACH).orElseThrow()).isEqualTo(13);
    assertThat(all.number(CareCostColumns.WIN_EACH).orElseThrow()).isEqualTo(20);
    assertThat(all.number(CareCostColumns.RATIO).orElseThrow()).isCloseTo(20 / 13.0, within(1e-12));
    RowReader since = read.get(1);
    // Ann and Bob cost 12 until now and 5 until February; Ann alone came back, and Cho was won.
    assertThat(since.count(CareCostColumns.KEPT)).isEqualTo(1);
    assertThat(since.count(CareCostColumns.NEW)).isEqualTo(1);
    assertThat(since.number(CareCostColumns.KEEP_EACH).orElseThrow()).isEqualTo(7);
    assertThat(since.number(CareCostColumns.WIN_EACH).orElseThrow()).isEqualTo(40);
    assertThat(since.number(CareCostColumns.QUOTED_HIGH).orElseThrow()).isEqualTo(25);
  }

  @Test
  void without_costs_nothing_is_set_against_anything(SparkSession spark) {
    CareCosts costs = new CareCosts(DAY, Optional.empty(), Optional.empty());
    Row none = costs.sums(noCustomers(spark), noEffort(spark)).head();

    List<Row> rows = GivenRow.read(CareCostColumns.TABLE, costs.rows(none, Optional.empty()));

    assertThat(rows).hasSize(1);
    RowReader all = new RowReader(rows.get(0));
    assertThat(all.count(CareCostColumns.KEPT)).isZero();
    assertThat(all.number(CareCostColumns.RATIO)).isEmpty();
    assertThat(all.amount(CareCostColumns.WIN_COST)).isEmpty();
  }

  private static Dataset<Row> noCustomers(SparkSession spark) {
    return TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            FeatureColumns.FIRST_ORDER_ON,
            FeatureColumns.LAST_ORDER_ON,
            FeatureColumns.FREQUENCY)
        .table();
  }

  private static Dataset<Row> noEffort(SparkSession spark) {
    return TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            EffortColumns.ACQUISITION_COST,
            EffortColumns.DISCOUNT_COST,
            EffortColumns.PROGRAMME_COST,
            EffortColumns.MESSAGE_COST,
            EffortColumns.SUPPORT_COST)
        .table();
  }
}
