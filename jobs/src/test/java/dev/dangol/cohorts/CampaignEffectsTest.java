package dev.dangol.cohorts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.UpliftColumns;
import dev.dangol.testing.PlainRow;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class CampaignEffectsTest {
  private static TestRows counted(SparkSession spark) {
    return TestRows.of(
        spark,
        UpliftColumns.CAMPAIGN,
        UpliftColumns.OUTCOME,
        UpliftColumns.TREATED,
        UpliftColumns.TREATED_SUM,
        UpliftColumns.TREATED_SQUARES,
        UpliftColumns.CONTROLS,
        UpliftColumns.CONTROL_SUM,
        UpliftColumns.CONTROL_SQUARES);
  }

  private static void shows(
      TestRows counted, double treated, double control, List<Double> effectLowHigh) {
    Row row = CampaignEffects.effects(counted.table()).collectAsList().get(0);
    PlainRow plain = new PlainRow(row);
    assertThat(plain.number(UpliftColumns.TREATED_MEAN)).isCloseTo(treated, within(5e-6));
    assertThat(plain.number(UpliftColumns.CONTROL_MEAN)).isCloseTo(control, within(5e-6));
    assertThat(plain.number(UpliftColumns.EFFECT)).isCloseTo(effectLowHigh.get(0), within(1e-9));
    assertThat(plain.number(UpliftColumns.LOW)).isCloseTo(effectLowHigh.get(1), within(1e-7));
    assertThat(plain.number(UpliftColumns.HIGH)).isCloseTo(effectLowHigh.get(2), within(1e-7));
  }

  /**
   * The MineThatData e-mail challenge (K. Hillstrom, 2008): 64,000 customers in three groups at
   * random. The counts are sums over the published file; the intervals were worked out apart, by
   * the formulas of the papers.
   */
  @Test
  void two_mailings_did_what_the_published_experiment_shows(SparkSession spark) {
    shows(
        counted(spark).row("mens", "visit", 21307, 3894, 3894, 21306, 2262, 2262),
        .18276,
        .10617,
        List.of(0.07658956365153125, 0.06995330808373157, 0.08322674127411141));
    shows(
        counted(spark).row("mens", "conversion", 21307, 267, 267, 21306, 122, 122),
        .01253,
        .00573,
        List.of(0.006805006519615695, 0.005014344671481533, 0.008640723396917826));
    shows(
        counted(spark).row("womens", "visit", 21387, 3238, 3238, 21306, 2262, 2262),
        .15140,
        .10617,
        List.of(0.045233106587052985, 0.03889409535998814, 0.05157434296221361));
    shows(
        counted(spark).row("womens", "conversion", 21387, 189, 189, 21306, 122, 122),
        .00884,
        .00573,
        List.of(0.003111057511085258, 0.0015016571318770074, 0.004745471313672928));
    shows(
        counted(spark)
            .row("mens", "net_sales", 21307, 30311.69, 6759024.4973, 21306, 13908.33, 2870050.3621),
        1.42262,
        0.65279,
        List.of(0.7698271558945364, 0.4851397325684073, 1.0545145792206656));
    shows(
        counted(spark)
            .row(
                "womens",
                "net_sales",
                21387,
                23038.11,
                4911446.5763,
                21306,
                13908.33,
                2870050.3621),
        1.07720,
        0.65279,
        List.of(0.4244122159365966, 0.16895678988377866, 0.6798676419894145));
  }

  /** Newcombe 1998, table II, method 10: examples (a), (b) and (h). */
  @Test
  void proportions_have_the_intervals_of_the_paper(SparkSession spark) {
    shows(
        counted(spark).row("a", "visit", 70, 56, 56, 80, 48, 48),
        0.8,
        0.6,
        List.of(0.2, 0.0524314724, 0.3338726540));
    shows(
        counted(spark).row("b", "visit", 10, 9, 9, 10, 3, 3),
        0.9,
        0.3,
        List.of(0.6, 0.1705227239, 0.8090179735));
    shows(
        counted(spark).row("h", "conversion", 10, 10, 10, 10, 0, 0),
        1,
        0,
        List.of(1.0, 0.6075093504, 1.0));
  }

  private static TestRows customers(SparkSession spark) {
    return TestRows.of(
        spark,
        UpliftColumns.CAMPAIGN,
        SharedColumns.COHORT,
        UpliftColumns.BEGAN_ON,
        UpliftColumns.ARM,
        UpliftColumns.MESSAGED,
        UpliftColumns.VISITED,
        UpliftColumns.BOUGHT,
        UpliftColumns.PAID);
  }

  @Test
  void arms_are_compared_as_they_were_drawn_and_slips_are_counted(SparkSession spark) {
    TestRows rows = customers(spark);
    String day = "2026-01-02";
    rows.row("봄", "ideal", day, "treat", true, null, 1, "3")
        .row("봄", "ideal", day, "treat", true, null, 2, "5")
        .row("봄", "ideal", day, "treat", false, null, 3, "9.5")
        .row("봄", "ideal", day, "treat", true, null, 0, "-2")
        .row("봄", "ideal", day, "control", true, null, 1, "1")
        .row("봄", "ideal", day, "control", false, null, 0, "0")
        .row("봄", "ideal", day, "control", false, null, 0, "0")
        .row("nobody reached", "ideal", day, "treat", false, true, 1, "1")
        .row("nobody left alone", "ideal", day, "treat", true, false, 1, "1");

    List<Row> found =
        CampaignEffects.of(rows.table())
            .orderBy(UpliftColumns.CAMPAIGN.col(), UpliftColumns.OUTCOME.col())
            .collectAsList();

    assertThat(found)
        .extracting(row -> row.getString(0) + " " + row.getString(2))
        .containsExactly(
            "nobody left alone conversion",
            "nobody left alone net_sales",
            "nobody left alone orders",
            "nobody left alone visit",
            "봄 conversion",
            "봄 net_sales",
            "봄 orders");
    PlainRow paid = new PlainRow(found.get(5));
    assertThat(List.of(found.get(5).getLong(4), found.get(5).getLong(5))).containsExactly(4L, 3L);
    assertThat(List.of(found.get(5).getLong(6), found.get(5).getLong(7))).containsExactly(3L, 1L);
    assertThat(paid.number(UpliftColumns.EFFECT)).isCloseTo(3.875 - 1 / 3.0, within(1e-9));
    assertThat(paid.number(UpliftColumns.LOW)).isCloseTo(-3.9586114875, within(1e-8));
    assertThat(paid.number(UpliftColumns.HIGH)).isCloseTo(11.0419448208, within(1e-8));
    assertThat(found.get(0).isNullAt(10)).as("no effect without controls").isTrue();
    assertThat(found.get(0).isNullAt(9)).as("no mean of nobody").isTrue();
  }

  @Test
  void one_customer_an_arm_or_outcomes_all_alike_give_no_interval_of_means(SparkSession spark) {
    for (TestRows rows :
        List.of(
            counted(spark).row("x", "net_sales", 1, 5, 25, 1, 2, 4),
            counted(spark).row("x", "net_sales", 3, 6, 12, 2, 2, 2))) {
      Row row = CampaignEffects.effects(rows.table()).collectAsList().get(0);
      assertThat(new PlainRow(row).number(UpliftColumns.EFFECT)).isPositive();
      assertThat(row.isNullAt(row.fieldIndex("low"))).isTrue();
      assertThat(row.isNullAt(row.fieldIndex("high"))).isTrue();
    }
  }
}
