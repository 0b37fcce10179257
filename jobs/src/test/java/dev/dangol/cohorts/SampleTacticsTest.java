package dev.dangol.cohorts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.ProofSettings.ControlSettings;
import dev.dangol.evidence.TacticPooling;
import dev.dangol.probability.DifferenceInterval;
import dev.dangol.sample.files.AllShoppers;
import dev.dangol.sample.people.EngagementTrail;
import dev.dangol.sample.people.OrderLine;
import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.SampleSize;
import dev.dangol.sample.people.ShopOrder;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.ShopperOrders;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.evidence.TacticColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.RelevanceColumns;
import dev.dangol.table.results.UpliftColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.testing.GivenRow;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestDay;
import dev.dangol.testing.TestRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Campaigns that do nothing, among the sample shop's own visits and purchases: everybody gets them,
 * whatever their arm. Arms are drawn a hundred times, each time for a cohort of another name.
 */
@ExtendWith(SparkExtension.class)
class SampleTacticsTest {
  private static final AsOf DAY = TestDay.of("2025-12-30");
  private static final int DRAWS = 100;
  private static final long UNITS = 10_000;
  private static final String LEAFLET = "leaflet";
  private static final List<String> BEGIN = List.of("2025-07-24", "2025-08-28", "2025-10-16");

  @Test
  void what_does_nothing_is_claimed_to_in_no_more_than_one_draw_of_twenty(SparkSession spark) {
    List<Row> uplift = uplift(spark);
    List<Row> campaigns =
        BEGIN.stream()
            .map(
                day ->
                    GivenRow.of(RelevanceColumns.MESSAGES)
                        .with(RelevanceColumns.CAMPAIGN_ID, day)
                        .with(RelevanceColumns.MOSTLY_CREATIVE, LEAFLET)
                        .row())
            .toList();
    List<RowReader> pooled =
        GivenRow.read(TacticColumns.TABLE, TacticPooling.rows(uplift, campaigns, DAY)).stream()
            .map(RowReader::new)
            .toList();
    Map<String, Integer> claims = new TreeMap<>();
    pooled.forEach(
        row -> {
          boolean claimed =
              row.number(TacticColumns.LOW).orElseThrow() > 0
                  || row.number(TacticColumns.HIGH).orElseThrow() < 0;
          claims.merge(
              row.text(TacticColumns.OUTCOME).orElseThrow(), claimed ? 1 : 0, Integer::sum);
        });

    long usual = claimedIfApart(uplift);
    System.out.println("of " + DRAWS + ": " + claims + ", as if independent: " + usual);
    assertThat(usual).as("claims of the usual interval").isGreaterThan(4 * DRAWS / 20);
    assertThat(pooled).hasSize(4 * DRAWS);
    assertThat(pooled).allMatch(row -> row.count(TacticColumns.CAMPAIGNS) == BEGIN.size());
    assertThat(claims).hasSize(4).allSatisfy((outcome, n) -> assertThat(n).isLessThanOrEqualTo(10));
    assertThat(claims.values().stream().mapToInt(Integer::intValue).sum())
        .isLessThanOrEqualTo(4 * DRAWS / 20);
  }

  /** Draws and outcomes with a claim by the interval of a mean of independent effects. */
  private static long claimedIfApart(List<Row> uplift) {
    Map<String, double[]> sums = new TreeMap<>();
    for (Row row : uplift) {
      RowReader cells = new RowReader(row);
      double low = cells.number(UpliftColumns.LOW).orElseThrow();
      double high = cells.number(UpliftColumns.HIGH).orElseThrow();
      double weight = Math.pow((high - low) / 2 / DifferenceInterval.DEVIATE, -2);
      double[] sum =
          sums.computeIfAbsent(
              row.getAs(SharedColumns.COHORT.name())
                  + " "
                  + row.getAs(UpliftColumns.OUTCOME.name()),
              key -> new double[2]);
      sum[0] += weight;
      sum[1] += weight * cells.number(UpliftColumns.EFFECT).orElseThrow();
    }
    return sums.values().stream()
        .filter(sum -> Math.abs(sum[1]) / Math.sqrt(sum[0]) > DifferenceInterval.DEVIATE)
        .count();
  }

  /** The rows of {@code uplift} of every draw. */
  private static List<Row> uplift(SparkSession spark) {
    TestRows days =
        TestRows.of(
            spark,
            SharedColumns.CUSTOMER_ID,
            DayColumns.COUNTED_ON,
            DayColumns.ORDERS,
            DayColumns.NET);
    TestRows events =
        TestRows.of(
            spark,
            EngagementSource.KNOWN_CUSTOMER_ID,
            EngagementSource.OCCURRED_AT,
            SharedColumns.ARRIVED_AT);
    TestRows sent =
        TestRows.of(
            spark, SharedColumns.CUSTOMER_ID, MessageSource.SENT_AT, SharedColumns.CAMPAIGN_ID);
    TestRows people =
        TestRows.of(
            spark, SharedColumns.CUSTOMER_ID, CohortColumns.ENTERED_ON, CohortColumns.LEFT_ON);
    ShopPopulation shop = new ShopPopulation(new SampleSize(1_000, 42));
    AllShoppers.in(shop)
        .forEach(
            shopper -> {
              people.row(shopper.id(), "2025-06-30", null);
              BEGIN.forEach(day -> sent.row(shopper.id(), day + "T01:00:00Z", day));
              addOrders(shop, shopper, days);
              addVisits(shop, shopper, events);
            });
    Dataset<Row> cohorts =
        spark
            .range(DRAWS)
            .select(
                SharedColumns.COHORT.is(
                    functions.concat(functions.lit("draw-"), functions.col("id"))));
    Dataset<Row> stays = people.table().crossJoin(cohorts);
    Dataset<Row> groups =
        stays.withColumn(
            UpliftColumns.ARM.name(), ControlGroups.arm(new ControlSettings(0.2, "비밀", 14)));
    CampaignArms.CampaignActivity deeds =
        new CampaignArms.CampaignActivity(sent.table(), days.table(), Optional.of(events.table()));
    return CampaignEffects.of(new CampaignArms(DAY, 14).of(stays, groups, deeds)).collectAsList();
  }

  private static void addOrders(ShopPopulation shop, SampleShopper shopper, TestRows days) {
    for (ShopOrder order : ShopperOrders.of(shop, shopper).orders()) {
      long net = order.lines().stream().mapToLong(OrderLine::net).sum();
      days.row(shopper.id(), order.at().toLocalDate().toString(), 1, net * UNITS);
    }
  }

  private static void addVisits(ShopPopulation shop, SampleShopper shopper, TestRows events) {
    List<Row> trail = new ArrayList<>(new EngagementTrail(shop, shopper).events());
    trail.removeIf(event -> event.isNullAt(3));
    trail.forEach(
        event -> events.row(shopper.id(), Instant.ofEpochMilli(event.getLong(1)).toString(), null));
  }
}
