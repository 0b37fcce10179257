package dev.dangol.cohorts.leads;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.config.LookalikeSettings;
import dev.dangol.probability.ObservationDays;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.LookalikeColumns;
import dev.dangol.testing.SparkExtension;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A made-up shop where one attribute decides who orders. */
@ExtendWith(SparkExtension.class)
class ProspectScoringTest {
  private static final int HORIZON = 90;
  private static final ObservationDays DAYS =
      ObservationDays.before(ProspectShop.day(ProspectShop.TODAY), HORIZON);
  private static final LookalikeSettings HOW = new LookalikeSettings(HORIZON, 50, 20, 0.001);
  private static final double RED = 0.5;
  private static final double BLUE = 0.1;

  /** A session that has observed rows, as one that writes tables has, cannot be sent anywhere. */
  private static void observe(SparkSession spark) {
    spark.range(1).observe("rows", count(lit(1))).collectAsList();
  }

  private static ProspectScoring.ScoringOutcome judged(SparkSession spark, ProspectShop shop) {
    observe(spark);
    Dataset<Row> prospects =
        new ProspectRecords(List.of(DAYS.taught(), DAYS.tested(), DAYS.described()), List.of(30))
            .of(shop.sources(spark), ProspectShop.day(ProspectShop.TODAY), HORIZON)
            .localCheckpoint();
    return new ProspectScoring(prospects, List.of(30), DAYS, HOW, 10)
        .score(Dataset::localCheckpoint);
  }

  private static Map<String, RowReader> ranked(FirstOrderModel orders) {
    Map<String, RowReader> rows = new HashMap<>();
    Column near = when(SharedColumns.CUSTOMER_ID.col().startsWith("r"), lit("ideal"));
    Dataset<Row> resembled =
        orders
            .prospects()
            .select(SharedColumns.CUSTOMER_ID.col(), LookalikeColumns.NEAREST_COHORT.is(near));
    ProspectScoring.rank(orders, resembled, ProspectShop.day(ProspectShop.TODAY))
        .collectAsList()
        .stream()
        .map(RowReader::new)
        .forEach(cells -> rows.put(cells.text(SharedColumns.CUSTOMER_ID).orElseThrow(), cells));
    return rows;
  }

  /**
   * In each span everyone who has not bought yet does by the chance of their colour; from the
   * second span on the chance of all may change.
   */
  private static ProspectShop shop(double later) {
    Random random = new Random(11);
    ProspectShop shop = new ProspectShop();
    for (int i = 0; i < 1500; i++) {
      LocalDate signed = DAYS.taught().day().minusDays(60).plusDays(random.nextInt(240));
      String color = i % 2 == 0 ? "빨강" : "blue";
      String id = (i % 2 == 0 ? "r" : "b") + i;
      shop.people.add(new ProspectShop.Person(id, signed, "ad", Map.of("color", color)));
      double chance = i % 2 == 0 ? RED : BLUE;
      for (LocalDate cut : List.of(DAYS.taught().day(), DAYS.tested().day())) {
        double now = cut.equals(DAYS.tested().day()) ? chance * later : chance;
        if (!signed.isAfter(cut) && random.nextDouble() < now) {
          shop.purchases.add(
              new ProspectShop.Purchase(id, cut.plusDays(1 + random.nextInt(90)), null));
          break;
        }
      }
    }
    return shop;
  }

  @Test
  void the_deciding_attribute_orders_people_and_probabilities_come_true(SparkSession spark) {
    FirstOrderModel orders = judged(spark, shop(1)).orders().orElseThrow();
    Map<String, RowReader> rows = ranked(orders);

    assertThat(rows.values().stream().map(cells -> cells.count(LookalikeColumns.RANK)))
        .doesNotHaveDuplicates()
        .contains(1L, (long) rows.size());
    double red = mean(rows, "r");
    double blue = mean(rows, "b");
    assertThat(red).isCloseTo(RED, within(0.08));
    assertThat(blue).isCloseTo(BLUE, within(0.05));
    assertThat(least(rows, "r")).isGreaterThan(most(rows, "b"));
    rows.forEach(
        (id, cells) ->
            assertThat(cells.text(LookalikeColumns.NEAREST_COHORT))
                .isEqualTo(id.startsWith("r") ? Optional.of("ideal") : Optional.empty()));
    assertThat(orders.auc().orElseThrow()).isBetween(0.65, 0.85);
    assertThat(orders.error()).isLessThan(0.06);
    assertThat(orders.all().predicted()).isCloseTo(orders.all().observed(), within(0.05));
    assertThat(orders.all().people()).isGreaterThan(500);
  }

  @Test
  void probabilities_that_miss_what_came_are_corrected(SparkSession spark) {
    FirstOrderModel orders = judged(spark, shop(0.5)).orders().orElseThrow();
    Map<String, RowReader> rows = ranked(orders);

    assertThat(orders.recalibrated()).isTrue();
    assertThat(mean(rows, "r")).isCloseTo(RED / 2, within(0.08));
    assertThat(mean(rows, "b")).isCloseTo(BLUE / 2, within(0.05));
    assertThat(orders.error()).isLessThan(0.06);
  }

  @Test
  void shuffled_rows_and_what_happens_later_change_nothing(SparkSession spark) {
    ProspectShop changed = shop(1).shuffled(3);
    changed
        .person("late", "2026-07-01", "ad", "color", "빨강")
        .event("r0", "2026-07-01", "view", null)
        .event("r2", "2026-06-01", "view", "2026-07-05")
        .purchase("b1", "2026-07-01", null)
        .purchase("b3", "2026-06-01", "2026-07-01");
    Map<String, RowReader> before = ranked(judged(spark, shop(1)).orders().orElseThrow());
    Map<String, RowReader> after = ranked(judged(spark, changed).orders().orElseThrow());

    assertThat(after).containsOnlyKeys(before.keySet());
    before.forEach(
        (id, cells) -> {
          assertThat(probability(after.get(id))).isCloseTo(probability(cells), within(1e-9));
          assertThat(after.get(id).count(LookalikeColumns.RANK))
              .isEqualTo(cells.count(LookalikeColumns.RANK));
        });
  }

  @Test
  void too_little_data_is_said_and_nothing_else(SparkSession spark) {
    ProspectShop few =
        new ProspectShop().person("ann", "2025-12-01", "ad").person("bob", "2025-12-01", "ad");
    few.purchase("ann", DAYS.taught().day().plusDays(3).toString(), null);
    ProspectShop nobody =
        new ProspectShop().person("ann", "2025-12-01", "ad").purchase("ann", "2026-01-20", null);

    ProspectScoring.ScoringOutcome said = judged(spark, few);
    assertThat(said.orders()).isEmpty();
    assertThat(said.reason().orElseThrow())
        .contains("1 first orders", DAYS.taught().day().toString(), "min-positives is 50");
    assertThat(judged(spark, nobody).reason())
        .contains("No prospect is known: everyone known has bought.");
    assertThat(judged(spark, new ProspectShop()).orders()).isEmpty();
  }

  private static double probability(RowReader cells) {
    return cells.number(LookalikeColumns.P_FIRST_ORDER).orElseThrow();
  }

  private static double mean(Map<String, RowReader> rows, String color) {
    return of(rows, color).average().orElseThrow();
  }

  private static double least(Map<String, RowReader> rows, String color) {
    return of(rows, color).min().orElseThrow();
  }

  private static double most(Map<String, RowReader> rows, String color) {
    return of(rows, color).max().orElseThrow();
  }

  private static java.util.stream.DoubleStream of(Map<String, RowReader> rows, String color) {
    return rows.entrySet().stream()
        .filter(row -> row.getKey().startsWith(color))
        .mapToDouble(row -> probability(row.getValue()));
  }
}
