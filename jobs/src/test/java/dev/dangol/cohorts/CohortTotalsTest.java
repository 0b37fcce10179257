package dev.dangol.cohorts;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TableAssert;
import dev.dangol.testing.TestRows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class CohortTotalsTest {
  private static final AsOf MARCH = new AsOf(LocalDate.of(2026, 3, 1), ZoneOffset.UTC);
  private static final String FIRST = "2026-01-01";
  private static final String SECOND = "2026-02-01";
  private static final String THIRD = "2026-03-01";

  @Test
  void a_cohort_knows_its_size_its_share_and_who_came_and_went(SparkSession spark) {
    Dataset<Row> now =
        members(spark).row("ideal", "ann").row("ideal", "bob").row("fresh", "ann").table();
    Dataset<Row> before =
        members(spark)
            .row("ideal", "bob")
            .row("ideal", "cho")
            .row("ideal", "gone for good")
            .row("emptied", "cho")
            .row("not named any more", "cho")
            .table();
    TestRows expected = cohorts(spark);
    expected
        .row(THIRD, "ideal", 2, 0.5, 0.6, 1, 2, 1)
        .row(THIRD, "fresh", 1, 0.25, 0.1, 1, 0, 0)
        .row(THIRD, "emptied", 0, 0, 0, 0, 1, 0)
        .row(THIRD, "never had one", 0, 0, 0, 0, 0, 0);
    List<String> names = List.of("ideal", "fresh", "emptied", "never had one");
    TableAssert.assertThat(
            CohortTotals.of(
                new CohortTotals.CohortMemberships(now, before), features(spark), names, MARCH))
        .isEqualTo(expected.table());
  }

  @Test
  void without_a_customer_shares_are_nothing_and_of_no_sales_unknown(SparkSession spark) {
    Dataset<Row> nobody = members(spark).table();
    TestRows expected = cohorts(spark).row(THIRD, "ideal", 0, 0, null, 0, 0, 0);
    TableAssert.assertThat(
            CohortTotals.of(
                new CohortTotals.CohortMemberships(nobody, nobody),
                features(spark).limit(0),
                List.of("ideal"),
                MARCH))
        .isEqualTo(expected.table());
  }

  @Test
  void a_day_without_him_ends_a_stay_whatever_the_order_of_the_days(SparkSession spark) {
    Dataset<Row> memberships =
        TestRows.of(spark, SharedColumns.AS_OF, SharedColumns.COHORT, SharedColumns.CUSTOMER_ID)
            .row(THIRD, "ideal", "ann came back")
            .row(FIRST, "ideal", "ann came back")
            .row(SECOND, "ideal", "bob stays")
            .row(THIRD, "ideal", "bob stays")
            .row(SECOND, "loud", "cho left")
            .row(FIRST, "loud", "cho left")
            .table();
    Dataset<Row> moves =
        TestRows.of(spark, CohortColumns.COHORT_MOVES.fields().toArray(Field[]::new))
            .row(FIRST, "ideal", "ann came back", true, null, "they bought", "구매")
            .row(SECOND, "ideal", "ann came back", false, null, "they paused", "쉼")
            .row(THIRD, "ideal", "ann came back", true, null, "they bought again", "재구매")
            .row(SECOND, "ideal", "bob stays", true, null, "they bought", "구매")
            .row(FIRST, "loud", "cho left", true, null, "they spoke", "말함")
            .table();
    Dataset<Row> days =
        TestRows.of(spark, SharedColumns.AS_OF, SharedColumns.COHORT)
            .row(SECOND, "ideal")
            .row(THIRD, "ideal")
            .row(FIRST, "ideal")
            .row(THIRD, "loud")
            .row(FIRST, "loud")
            .row(SECOND, "loud")
            .table();
    Dataset<Row> expected =
        TestRows.of(spark, CohortColumns.COHORT_MEMBERS.fields().toArray(Field[]::new))
            .row(
                "ideal", "ann came back", 1, FIRST, SECOND, "they bought", "구매", "they paused", "쉼")
            .row("ideal", "ann came back", 2, THIRD, null, "they bought again", "재구매", null, null)
            .row("ideal", "bob stays", 1, SECOND, null, "they bought", "구매", null, null)
            .row("loud", "cho left", 1, FIRST, THIRD, "they spoke", "말함", null, null)
            .table();
    TableAssert.assertThat(MembershipPeriods.of(memberships, days, moves)).isEqualTo(expected);
  }

  private static TestRows members(SparkSession spark) {
    return TestRows.of(spark, SharedColumns.COHORT, SharedColumns.CUSTOMER_ID);
  }

  private static TestRows cohorts(SparkSession spark) {
    return TestRows.of(spark, CohortColumns.COHORTS.fields().toArray(Field[]::new));
  }

  private static Dataset<Row> features(SparkSession spark) {
    return TestRows.of(spark, SharedColumns.CUSTOMER_ID, FeatureColumns.NET_SALES_LIFETIME)
        .row("ann", "10")
        .row("bob", "50")
        .row("cho", "40")
        .row("dan", "0")
        .table();
  }
}
