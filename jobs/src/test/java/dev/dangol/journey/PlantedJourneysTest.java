package dev.dangol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.results.JourneyFindingColumns;
import dev.dangol.table.results.JourneyFlowColumns;
import dev.dangol.testing.TestDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Journeys in which something is planted: most stop at the cart, an error when it is not repaired
 * stops them too, a guarantee seen before helps, and a banner seen before does nothing.
 */
class PlantedJourneysTest {
  private static final AsOf DAY = TestDay.of("2025-06-30");
  private static final List<String> STAGES =
      List.of("discovery", "need", "choice", "cart", "after");
  private static final List<String> DRIVERS = List.of("guarantee", "banner");
  private static final JourneyRules RULES =
      new JourneyRules(
          STAGES,
          List.of(new GoalRule(0, "purchase", null)),
          List.of(),
          DRIVERS,
          new JourneyTimes(
              30 * GivenPerson.DAY,
              GivenPerson.DAY,
              10_000_000L,
              3 * GivenPerson.DAY,
              JourneyTimes.micros(DAY.end())));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void what_is_planted_comes_first_and_what_is_not_is_not_claimed(long seed) {
    JourneyStatistics statistics = statistics(new Random(seed));
    RowReader worst = FoldedPeople.bottleneck(statistics, DAY);
    assertThat(worst.text(JourneyFlowColumns.FROM_STAGE)).contains("cart");

    FindingRows findings = new FindingRows(statistics, DAY);
    RowReader error =
        FoldedPeople.read(findings.errors(), JourneyFindingColumns.ERRORS.fields()).get(0);
    double repaired =
        (double) error.count(JourneyFindingColumns.PASSED_REPAIRED)
            / error.count(JourneyFindingColumns.REPAIRED);
    double open =
        (double) error.count(JourneyFindingColumns.PASSED_OPEN)
            / (error.count(JourneyFindingColumns.MET)
                - error.count(JourneyFindingColumns.REPAIRED));
    assertThat(error.text(JourneyFindingColumns.ERROR)).contains("payment");
    assertThat(repaired - open).isGreaterThan(0.15);

    List<RowReader> drivers =
        FoldedPeople.read(findings.drivers(), JourneyFindingColumns.DRIVERS.fields());
    RowReader first =
        drivers.stream()
            .filter(row -> row.number(JourneyFindingColumns.Q_VALUE).isPresent())
            .min(
                Comparator.comparing(
                    row -> row.number(JourneyFindingColumns.Q_VALUE).orElseThrow()))
            .orElseThrow();
    assertThat(first.text(JourneyFindingColumns.DRIVER)).contains("guarantee");
    assertThat(first.text(JourneyFlowColumns.FROM_STAGE)).contains("cart");
    assertThat(first.number(JourneyFindingColumns.LOW).orElseThrow()).isPositive();
    assertThat(drivers.stream().filter(row -> isClaimed(row, "banner"))).isEmpty();
  }

  private static boolean isClaimed(RowReader row, String driver) {
    return row.text(JourneyFindingColumns.DRIVER).orElseThrow().equals(driver)
        && row.number(JourneyFindingColumns.Q_VALUE).orElse(1) < 0.05;
  }

  private static JourneyStatistics statistics(Random chance) {
    FoldedPeople people = new FoldedPeople(RULES);
    for (int person = 0; person < 2000; person++) {
      people.add("p" + person, items("p" + person, chance));
    }
    return people.statistics();
  }

  private static List<TraceItem> items(String id, Random chance) {
    List<TraceItem> items = new ArrayList<>();
    long at = RULES.times().end() - 300 * GivenPerson.DAY + chance.nextInt(200) * GivenPerson.DAY;
    boolean guarantee = chance.nextInt(2) == 0;
    items.add(event(id, at, 0, "view", chance.nextInt(2) == 0 ? 2 : 0));
    for (int stage = 1; stage < 4; stage++) {
      if (chance.nextDouble() < 0.1) {
        return items;
      }
      at += GivenPerson.HOUR * (1 + chance.nextInt(30));
      items.add(event(id, at, stage, "step" + stage, stage == 2 && guarantee ? 1 : 0));
    }
    double passes = guarantee ? 0.55 : 0.35;
    if (chance.nextInt(3) == 0) {
      items.add(event(id, at + 1, TraceItem.NO_STAGE, TraceItem.ERROR, 0));
      boolean repaired = chance.nextBoolean();
      items.add(
          item(TraceKind.CASE, id, at + 2, "case", 0, repaired ? at + 5 * GivenPerson.HOUR : null));
      passes += repaired ? 0.1 : -0.2;
    }
    if (chance.nextDouble() < passes) {
      items.add(item(TraceKind.LINE, id, at + GivenPerson.DAY, "order", 100_0000L, null));
    }
    return items;
  }

  private static TraceItem event(String id, long at, int stage, String name, long drivers) {
    return new TraceItem(
        TraceKind.EVENT,
        at,
        id + at,
        stage,
        name,
        "payment",
        "app",
        null,
        null,
        0,
        0,
        0,
        drivers,
        false,
        null);
  }

  private static TraceItem item(
      TraceKind kind, String id, long at, String name, long amount, Long until) {
    return new TraceItem(
        kind, at, id + name, -1, id + name, null, null, null, null, 0, amount, 1, 0, false, until);
  }
}
