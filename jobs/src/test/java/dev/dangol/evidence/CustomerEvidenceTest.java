package dev.dangol.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.evidence.CustomerQuadrants.ValueCuts;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.evidence.MissedColumns;
import dev.dangol.table.evidence.QuadrantColumns;
import dev.dangol.table.evidence.RoleColumns;
import dev.dangol.table.features.CustomerRoleColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.SatisfactionColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestDay;
import dev.dangol.testing.TestRows;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Customers by value and satisfaction, fit, roles and costs, against a plain count. */
@ExtendWith(SparkExtension.class)
class CustomerEvidenceTest {
  private static final AsOf DAY = TestDay.of("2026-03-01");

  private static Dataset<Row> value(SparkSession spark, Object[]... rows) {
    TestRows table = TestRows.of(spark, SharedColumns.CUSTOMER_ID, QuadrantColumns.EXPECTED);
    for (Object[] row : rows) {
      table.row(row);
    }
    return table.table();
  }

  private static TestRows features(SparkSession spark) {
    return TestRows.of(
        spark,
        SharedColumns.CUSTOMER_ID,
        FeatureColumns.NET_SALES_LIFETIME,
        SatisfactionColumns.CUSTOMER_GAP);
  }

  @Test
  void customers_are_parted_by_the_median_and_by_a_gap_of_nothing(SparkSession spark) {
    TestRows features =
        features(spark)
            .row("ann", "100", 0.0)
            .row("bob", "-20", -0.1)
            .row("조 🍵", "7", 0.4)
            .row("dan", "9", null)
            .row("eun", null, 0.2);
    Dataset<Row> value =
        value(
            spark,
            new Object[] {"ann", "30"},
            new Object[] {"bob", "10"},
            new Object[] {"조 🍵", "20"},
            new Object[] {"dan", "90"});
    ValueCuts cuts = ValueCuts.of(CustomerQuadrants.cuts(value).head());
    Dataset<Row> customers = CustomerQuadrants.of(features.table(), value, cuts, DAY);

    assertThat(cuts.median().orElseThrow()).isEqualTo(25);
    TableAssert.assertThat(customers.drop("as_of", "net_sales", "expected_net_sales"))
        .hasRows(
            TestRows.of(
                    spark,
                    SharedColumns.CUSTOMER_ID,
                    QuadrantColumns.VALUE_HALF,
                    QuadrantColumns.SATISFIED,
                    QuadrantColumns.QUADRANT)
                .row("ann", "upper", true, "upper_satisfied")
                .row("bob", "lower", false, "lower_unsatisfied")
                .row("조 🍵", "lower", true, "lower_satisfied")
                .row("dan", "upper", null, null)
                .row("eun", null, true, null)
                .table());
    ValueCuts none = ValueCuts.of(CustomerQuadrants.cuts(value.limit(0)).head());
    assertThat(none.median()).isEmpty();
    assertThat(
            CustomerQuadrants.of(features.table(), value.limit(0), none, DAY)
                .where(QuadrantColumns.VALUE_HALF.col().isNotNull())
                .count())
        .isZero();
  }

  @Test
  void quadrants_add_up_to_all_customers_as_by_hand(SparkSession spark) {
    Random random = new Random(5);
    TestRows features = features(spark);
    Object[][] expected = new Object[60][];
    Map<String, Long> naive = new HashMap<>();
    for (int place = 0; place < 60; place++) {
      double gap = Math.round(random.nextGaussian() * 10) / 10.0;
      features.row("c" + place, String.valueOf(place), gap);
      expected[place] = new Object[] {"c" + place, String.valueOf(place)};
      String half = place > 29.5 ? "upper_" : "lower_";
      naive.merge(half + (gap >= 0 ? "satisfied" : "unsatisfied"), 1L, Long::sum);
    }
    Dataset<Row> value = value(spark, expected);
    ValueCuts cuts = ValueCuts.of(CustomerQuadrants.cuts(value).head());
    Dataset<Row> customers = CustomerQuadrants.of(features.table(), value, cuts, DAY);

    Map<String, Long> counted = new HashMap<>();
    double shares = 0;
    for (Row row : CustomerQuadrants.counts(customers).collectAsList()) {
      RowReader cells = new RowReader(row);
      counted.put(
          cells.text(QuadrantColumns.QUADRANT).orElseThrow(), cells.count(QuadrantColumns.COUNT));
      shares += cells.number(QuadrantColumns.SHARE).orElseThrow();
    }

    assertThat(counted).isEqualTo(naive);
    assertThat(shares).isCloseTo(1, within(1e-12));
  }

  @Test
  void customers_of_high_value_whom_the_scorecard_misses_are_listed(SparkSession spark) {
    Dataset<Row> customers =
        TestRows.of(spark, SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID, QuadrantColumns.EXPECTED)
            .row("2026-03-01", "ann", "100")
            .row("2026-03-01", "bob", "100")
            .row("2026-03-01", "cho", "99")
            .row("2026-03-01", "dan", "120")
            .row("2026-03-01", "eun", null)
            .table();
    Dataset<Row> fit =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                CohortColumns.FIT_LEVEL,
                CohortColumns.FIT_SCORE,
                CohortColumns.VETOED_BY,
                CohortColumns.LIFT_1)
            .row("ann", "perfect", 90, null, null)
            .row("bob", "viable", 60, null, "pays")
            .row("cho", "unfit", 10, null, "pays")
            .row("dan", "unfit", 5, "returns", "pays")
            .row("eun", "unfit", 5, null, null)
            .table();

    TableAssert.assertThat(MissedCustomers.of(customers, fit, OptionalDouble.of(100)).drop("as_of"))
        .hasRows(
            TestRows.of(
                    spark,
                    SharedColumns.CUSTOMER_ID,
                    MissedColumns.EXPECTED,
                    MissedColumns.FIT_LEVEL,
                    MissedColumns.FIT_SCORE,
                    MissedColumns.CRITERION)
                .row("bob", "100", "viable", 60, "pays")
                .row("dan", "120", "unfit", 5, "returns")
                .table());
    TableAssert.assertThat(MissedCustomers.of(customers, fit, OptionalDouble.empty())).isEmpty();
  }

  @Test
  void roles_are_counted_by_segment_and_the_unknown_left_out(SparkSession spark) {
    Dataset<Row> features =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                CustomerRoleColumns.IS_BUYER,
                CustomerRoleColumns.IS_PARTNER,
                CustomerRoleColumns.IS_SHAPER)
            .row("ann", true, true, null)
            .row("bob", true, false, null)
            .row("cho", false, true, null)
            .table();
    Dataset<Row> segments =
        TestRows.of(
                spark,
                SharedColumns.CUSTOMER_ID,
                SharedColumns.SEGMENT_ID,
                SharedColumns.SEGMENT_NAME)
            .row("ann", "s1", "단골")
            .row("bob", "s1", "단골")
            .table();

    TableAssert.assertThat(SegmentRoles.of(features, segments, DAY).drop("as_of", "segment_name"))
        .hasRowsWithin(
            TestRows.of(
                    spark,
                    SharedColumns.SEGMENT_ID,
                    RoleColumns.ROLE,
                    RoleColumns.CUSTOMERS,
                    RoleColumns.KNOWN,
                    RoleColumns.SHARE)
                .row("s1", "buyer", 2, 2, 1)
                .row("s1", "partner", 1, 2, 0.5)
                .row("s1", "shaper", 0, 0, null)
                .row(null, "buyer", 0, 1, 0)
                .row(null, "partner", 1, 1, 1)
                .row(null, "shaper", 0, 0, null)
                .table(),
            1e-12);
  }
}
