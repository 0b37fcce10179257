package dev.dangol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.sample.people.SamplePeriod;
import dev.dangol.sample.people.SampleShopper;
import dev.dangol.sample.people.SampleSize;
import dev.dangol.sample.people.ShopPopulation;
import dev.dangol.sample.people.ShopperOrders;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.results.JourneyColumns;
import dev.dangol.table.results.JourneyFindingColumns;
import dev.dangol.table.results.JourneyFlowColumns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Journeys of the sample shop, folded without Spark: what is planted comes first. */
class SampleJourneysTest {
  private static final AsOf DAY = new AsOf(SamplePeriod.END.minusDays(1), SampleTraces.SEOUL);
  private static final int SHOPPERS = 1500;
  private static final String PAYMENT = "결제";
  private static final JourneyRules RULES =
      new JourneyRules(
          List.of("discovery", "problem_recognition", "consideration", "decision", "evaluation"),
          List.of(new GoalRule(0, "purchase", null)),
          List.of(
              new BandRule("everyday", List.of("커피", "차", "문구", "반려동물"), 0, 14),
              new BandRule("considered", List.of("주방", "홈데코", "아웃도어", "뷰티"), 3, 60)),
          List.of("guarantee", "banner"),
          new JourneyTimes(
              90 * GivenPerson.DAY,
              GivenPerson.DAY,
              10_000_000L,
              3 * GivenPerson.DAY,
              JourneyTimes.micros(DAY.end())));

  @ParameterizedTest
  @ValueSource(longs = {42, 7, 2, 3, 4})
  void what_is_planted_in_the_sample_comes_first_and_the_banner_is_not_claimed(long seed) {
    FoldedPeople people = new FoldedPeople(RULES);
    Map<String, List<Double>> days =
        days(new ShopPopulation(new SampleSize(SHOPPERS, seed)), people);
    JourneyStatistics statistics = people.statistics();
    assertThat(median(days.get("everyday"))).isLessThan(0.8 * median(days.get("considered")));
    RowReader worst = FoldedPeople.bottleneck(statistics, DAY);
    assertThat(worst.text(JourneyFlowColumns.FROM_STAGE)).contains("consideration");

    FindingRows findings = new FindingRows(statistics, DAY);
    List<RowReader> errors =
        FoldedPeople.read(findings.errors(), JourneyFindingColumns.ERRORS.fields());
    RowReader first =
        errors.stream().max(Comparator.comparing(SampleJourneysTest::repairGap)).orElseThrow();
    assertThat(first.text(JourneyFindingColumns.ERROR)).contains(PAYMENT);
    assertThat(repairGap(first)).isGreaterThan(0.4);
    assertThat(first.count(JourneyFindingColumns.REPAIRED)).isGreaterThan(10);

    List<RowReader> drivers =
        FoldedPeople.read(findings.drivers(), JourneyFindingColumns.DRIVERS.fields());
    RowReader strongest =
        drivers.stream()
            .max(Comparator.comparing(row -> row.number(JourneyFindingColumns.LOW).orElse(-1)))
            .orElseThrow();
    assertThat(strongest.text(JourneyFindingColumns.DRIVER)).contains("guarantee");
    assertThat(strongest.text(JourneyFlowColumns.FROM_STAGE)).contains("consideration");
    assertThat(strongest.number(JourneyFindingColumns.Q_VALUE).orElseThrow()).isLessThan(0.05);
    assertThat(
            drivers.stream()
                .filter(
                    row -> row.text(JourneyFindingColumns.DRIVER).orElseThrow().equals("banner"))
                .filter(row -> row.number(JourneyFindingColumns.Q_VALUE).orElse(1) < 0.05))
        .isEmpty();
  }

  @Test
  void every_order_ends_exactly_one_journey_and_the_order_of_rows_changes_nothing() {
    ShopPopulation shop = new ShopPopulation(new SampleSize(SHOPPERS, 9));
    FoldedPeople people = new FoldedPeople(RULES);
    FoldedPeople shuffled = new FoldedPeople(RULES);
    Random chance = new Random(5);
    long ended = 0;
    for (long number = 0; number < 300; number++) {
      SampleShopper shopper = shop.shopper(number);
      List<TraceItem> items = SampleTraces.of(shop, shopper);
      List<RowReader> rows = people.add(shopper.id(), items);
      List<Instant> decided =
          rows.stream().flatMap(row -> row.instant(JourneyColumns.DECIDED_AT).stream()).toList();
      assertThat(decided)
          .containsExactlyElementsOf(
              ShopperOrders.of(shop, shopper).orders().stream()
                  .map(order -> order.at().atZone(SampleTraces.SEOUL).toInstant())
                  .toList());
      ended += decided.size();
      Collections.shuffle(items, chance);
      assertThat(shuffled.add(shopper.id(), items)).hasToString(rows.toString());
    }
    assertThat(ended).isGreaterThan(1000);
    List<RowReader> transitions =
        FoldedPeople.read(
            new FlowRows(people.statistics(), DAY).transitions(),
            JourneyFlowColumns.TRANSITIONS.fields());
    assertThat(transitions)
        .hasSize(4)
        .allSatisfy(
            row ->
                assertThat(row.count(JourneyFlowColumns.ENTERED))
                    .isPositive()
                    .isEqualTo(
                        row.count(JourneyFlowColumns.PASSED)
                            + row.count(JourneyFlowColumns.WAITING)
                            + row.count(JourneyFlowColumns.DROPPED)));
  }

  /** The share decided with repair less the share without. */
  private static double repairGap(RowReader error) {
    long repaired = error.count(JourneyFindingColumns.REPAIRED);
    long open = error.count(JourneyFindingColumns.MET) - repaired;
    if (repaired == 0 || open == 0) {
      return -1;
    }
    return (double) error.count(JourneyFindingColumns.PASSED_REPAIRED) / repaired
        - (double) error.count(JourneyFindingColumns.PASSED_OPEN) / open;
  }

  /** Folds everybody, the visitors too; returns the days to decisions by class of products. */
  private static Map<String, List<Double>> days(ShopPopulation shop, FoldedPeople people) {
    Map<String, List<Double>> days = new TreeMap<>();
    for (long number = 0; number < SHOPPERS; number++) {
      SampleShopper shopper = shop.shopper(number);
      people.add("visitor " + number, SampleTraces.ofVisitor(shop, shopper));
      for (RowReader row : people.add(shopper.id(), SampleTraces.of(shop, shopper))) {
        row.text(JourneyColumns.PRODUCT_CLASS)
            .ifPresent(
                name ->
                    days.computeIfAbsent(name, any -> new ArrayList<>())
                        .add(row.number(JourneyColumns.DAYS).orElseThrow()));
      }
    }
    return days;
  }

  private static double median(List<Double> days) {
    return days.stream().sorted().toList().get(days.size() / 2);
  }
}
