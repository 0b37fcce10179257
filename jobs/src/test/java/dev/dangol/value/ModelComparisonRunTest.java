package dev.dangol.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.config.ValueSettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.SurvivalColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import dev.dangol.value.model.ForecastAccuracy;
import dev.dangol.value.model.KaplanMeier;
import dev.dangol.value.model.ManagerHeuristic;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ModelComparisonRunTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final CalibrationSplit CUT = new CalibrationSplit(FIRST.plusDays(200), 100);
  private static final ValueSettings SETTINGS =
      new ValueSettings(
          OptionalDouble.empty(), List.of("bg-nbd", "mbg-nbd"), List.of(30), 0.1, 12, 20, 0, 1_000);

  /** Purchase days by customer, each buying at a rate of their own until they stop. */
  private static Map<String, NavigableSet<Integer>> base() {
    Random random = new Random(7);
    Map<String, NavigableSet<Integer>> base = new TreeMap<>();
    for (int i = 0; i < 120; i++) {
      NavigableSet<Integer> days = new TreeSet<>(List.of(random.nextInt(150)));
      double gap = 8 + 12 * (i % 6);
      while (random.nextDouble() > 0.2) {
        days.add(days.last() + 1 + (int) (-gap * Math.log(1 - random.nextDouble())));
      }
      base.put("손님 " + i, days);
    }
    base.put("later", new TreeSet<>(List.of(201, 240)));
    return base;
  }

  private static Dataset<Row> table(
      SparkSession spark, Map<String, NavigableSet<Integer>> base, int until) {
    TestRows rows = TestRows.of(spark, SharedColumns.CUSTOMER_ID, SurvivalColumns.SEEN_ON);
    base.forEach(
        (customer, days) ->
            days.headSet(until, true)
                .forEach(day -> rows.row(customer, FIRST.plusDays(day).toString())));
    return rows.table();
  }

  private static ModelComparison contest(Dataset<Row> days) {
    return new ModelComparisonRun(SETTINGS, UnaryOperator.identity()).of(days, Optional.of(CUT));
  }

  private static double lastPeriodError(Map<String, NavigableSet<Integer>> base) {
    return base.values().stream()
        .filter(days -> days.first() <= 200)
        .mapToInt(
            days ->
                Math.abs(days.subSet(101, 201).size() - days.subSet(201, true, 300, true).size()))
        .average()
        .orElseThrow();
  }

  @Test
  void rules_and_models_are_judged_by_what_followed(SparkSession spark) {
    Map<String, NavigableSet<Integer>> base = base();
    ModelComparison contest = contest(table(spark, base, 300));
    assertThat(contest.verdicts()).hasSize(5);
    ForecastAccuracy last =
        contest.verdicts().get(ManagerHeuristic.SAME_AS_LAST_PERIOD).judgement();
    assertThat(last.error()).isCloseTo(lastPeriodError(base), within(1e-12));
    assertThat(contest.verdicts().get(ManagerHeuristic.SAME_AS_LAST_PERIOD).logScore()).isNaN();
    assertThat(contest.verdicts().get(ManagerHeuristic.FREQUENCY_RANK).judgement().error()).isNaN();

    ModelScore model = contest.verdicts().get("mbg-nbd");
    assertThat(model.logScore()).isBetween(-0.7, -0.1);
    assertThat(Math.abs(model.judgement().bias())).isLessThan(0.4);
    assertThat(model.judgement().buckets())
        .extracting(ForecastAccuracy.CalibrationBucket::customers)
        .satisfies(c -> assertThat(c.stream().mapToDouble(x -> x).sum()).isEqualTo(120));
  }

  @Test
  void weeks_hold_every_repeat_purchase_of_the_customers_of_the_cut(SparkSession spark) {
    Map<String, NavigableSet<Integer>> base = base();
    List<ModelComparison.WeeklyRepeats> weeks =
        contest(table(spark, base, 300)).weeks().get("bg-nbd");
    assertThat(weeks.get(weeks.size() - 1).number()).isEqualTo(14);
    double repeats = 0;
    for (NavigableSet<Integer> days : base.values()) {
      repeats += days.first() > 200 ? 0 : days.headSet(200 + 98, true).size() - 1;
    }
    assertThat(weeks.stream().mapToDouble(ModelComparison.WeeklyRepeats::observed).sum())
        .isEqualTo(repeats);
    assertThat(weeks).allSatisfy(week -> assertThat(week.predicted()).isPositive());
  }

  @Test
  void the_same_rows_in_another_order_and_rows_of_the_future_change_nothing(SparkSession spark) {
    Dataset<Row> days = table(spark, base(), 300);
    ModelComparison one = contest(days);
    ModelComparison shuffled = contest(days.orderBy(functions.rand(3)).repartition(5));
    ModelComparison known = contest(table(spark, base(), 400));
    one.verdicts()
        .forEach(
            (name, verdict) -> {
              assertThat(shuffled.verdicts().get(name)).isEqualTo(verdict);
              assertThat(known.verdicts().get(name)).isEqualTo(verdict);
            });
    assertThat(shuffled.weeks()).isEqualTo(one.weeks());
    assertThat(known.weeks()).isEqualTo(one.weeks());
  }

  @Test
  void what_cannot_be_judged_has_a_reason(SparkSession spark) {
    Dataset<Row> few =
        table(
            spark, Map.of("a", new TreeSet<>(List.of(1, 50)), "b", new TreeSet<>(List.of(9))), 300);
    ModelComparison contest = contest(few);
    assertThat(contest.verdicts()).containsOnlyKeys(ManagerHeuristic.ALL);
    assertThat(contest.reasons().get("bg-nbd"))
        .isEqualTo(
            "Not judged by the time up to 2025-07-20: Only 1 customers bought again; 20 or more are"
                + " needed.");
    ModelComparison none =
        new ModelComparisonRun(SETTINGS, UnaryOperator.identity()).of(few, Optional.empty());
    assertThat(none.verdicts()).isEmpty();
    assertThat(none.reasons()).hasSize(5);
  }

  @Test
  void a_customer_is_gone_when_his_first_silence_is_complete(SparkSession spark) {
    Map<String, NavigableSet<Integer>> base =
        Map.of(
            "gone and back", new TreeSet<>(List.of(0, 10, 71, 72)),
            "just in time", new TreeSet<>(List.of(0, 60)),
            "complete today", new TreeSet<>(List.of(30)),
            "still here", new TreeSet<>(List.of(40, 80)));
    AsOf day = new AsOf(FIRST.plusDays(90), ZoneOffset.UTC);
    Map<String, List<KaplanMeier.SurvivalStep>> found =
        SurvivalCurves.of(table(spark, base, 90), day, 60);
    assertThat(found).containsOnlyKeys("2025-01", "2025-02", SurvivalColumns.ALL);
    assertThat(found.get(SurvivalColumns.ALL))
        .extracting(KaplanMeier.SurvivalStep::gone)
        .containsExactly(0.0, 0.0, 1.0, 1.0);
    assertThat(found.get("2025-01").get(2).survival()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(found.get("2025-01").get(3).survival()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(found.get("2025-02")).extracting(KaplanMeier.SurvivalStep::gone).containsOnly(0.0);
  }
}
