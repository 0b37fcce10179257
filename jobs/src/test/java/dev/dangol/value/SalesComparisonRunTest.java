package dev.dangol.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.config.LearnedSettings;
import dev.dangol.config.ModelTrialSettings;
import dev.dangol.config.ValueSettings;
import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.FitRules;
import dev.dangol.value.learned.CustomerPast;
import dev.dangol.value.learned.DayTotal;
import dev.dangol.value.learned.SalesCase;
import dev.dangol.value.learned.SalesFeature;
import dev.dangol.value.learned.SalesScore;
import dev.dangol.value.learned.SampledPast;
import dev.dangol.value.learned.SimulatedPasts;
import dev.dangol.value.model.EmpiricalRates;
import dev.dangol.value.model.HistoryCounts;
import dev.dangol.value.model.PurchaseFits;
import dev.dangol.value.model.PurchaseForecast;
import dev.dangol.value.model.PurchaseHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SalesComparisonRunTest {
  private static final int TO = 900;
  private static final int SPAN = 150;
  private static final CalibrationSplit CUT =
      new CalibrationSplit(LocalDate.ofEpochDay(TO - SPAN), SPAN);
  private static final String PLAIN = new EmpiricalRates().name();

  private static ValueSettings settings(long seed) {
    ValueSettings usual = new ValueSettings(OptionalDouble.empty());
    return new ValueSettings(
        OptionalDouble.empty(),
        usual.models(),
        usual.horizons(),
        usual.discountRate(),
        usual.clvMonths(),
        usual.minRepeatBuyers(),
        usual.penalty(),
        usual.maxTriples(),
        ModelTrialSettings.USUAL,
        List.of(),
        Optional.of(new LearnedSettings(20_000, seed)));
  }

  private static List<SampledPast> sample(Map<String, CustomerPast> pasts) {
    List<SampledPast> sample = new ArrayList<>();
    pasts.forEach(
        (id, past) ->
            sample.add(
                new SampledPast(
                    id,
                    at(past, TO - 2 * SPAN),
                    at(past, TO - SPAN),
                    at(past, TO).map(SalesCase::features))));
    return sample;
  }

  private static Optional<SalesCase> at(CustomerPast past, int cut) {
    return past.knownBy(cut)
        ? Optional.of(new SalesCase(past.features(cut, SPAN), past.netSales(cut, cut + SPAN)))
        : Optional.empty();
  }

  private static FitResult rates(List<double[]> vectors) {
    HistoryCounts.HistoryCounter counter = new HistoryCounts.HistoryCounter();
    for (double[] vector : vectors) {
      double age = SalesFeature.AGE_DAYS.in(vector);
      double recency = age - SalesFeature.SILENT_DAYS.in(vector);
      double frequency = SalesFeature.PURCHASE_DAYS.in(vector) - 1;
      counter.add(PurchaseHistory.ofDays(frequency, recency, age), 1);
    }
    return new PurchaseFits(counter.triples(), new FitRules(1, 0)).of(new EmpiricalRates());
  }

  /** The comparison beside plain rates of all customers. */
  private static SalesContest contest(Map<String, CustomerPast> pasts, long seed) {
    List<SampledPast> sample = sample(pasts);
    FitResult before =
        rates(sample.stream().flatMap(p -> p.judged().stream()).map(SalesCase::features).toList());
    FitResult today = rates(sample.stream().flatMap(p -> p.scored().stream()).toList());
    Map<String, PurchaseForecast> forecasts = new TreeMap<>();
    before.found().ifPresent(f -> forecasts.put(PLAIN, new EmpiricalRates().forecast(f.values())));
    FittedModels fitted =
        new FittedModels(
            sample.size(),
            Map.of(PLAIN, today),
            today.found().map(found -> PLAIN),
            SpendResults.none("none"));
    return new SalesComparisonRun(settings(seed), fitted).of(sample, CUT, forecasts);
  }

  @Test
  void a_season_that_rates_do_not_see_is_learned_and_chosen() {
    SalesContest contest = contest(SimulatedPasts.of(SimulatedPasts::seasonal, 2_500, 1), 42);
    SalesScore learned = contest.scores().get(SalesContest.LEARNED);
    assertThat(learned.topTenth()).isGreaterThan(contest.scores().get(PLAIN).topTenth() + 0.1);
    assertThat(contest.chosen().orElseThrow().model()).isEqualTo(SalesContest.LEARNED);
    assertThat(contest.reasons()).containsOnlyKeys(SalesContest.LEARNED_SPEND);
    assertThat(contest.parameters().get(SalesContest.LEARNED_SPEND).keySet())
        .containsExactly("weight_learned", "weight_spend");
    assertThat(learned.accuracy().bias()).isCloseTo(0, within(0.05));
    Map<String, Double> parameters = contest.parameters().get(SalesContest.LEARNED);
    assertThat(parameters.get("calibration_slope")).isBetween(0.7, 1.3);
    assertThat(parameters.get("importance_net_sales_season"))
        .as("more than three times an equal share")
        .isGreaterThan(3.0 / SalesFeature.values().length);
    assertThat(parameters.get("trees")).isEqualTo(100);
  }

  @Test
  void where_the_past_says_nothing_nothing_learned_is_chosen() {
    int chosen = 0;
    for (int seed = 0; seed < 20; seed++) {
      SalesContest contest = contest(SimulatedPasts.of(SimulatedPasts::independent, 300, seed), 42);
      assertThat(contest.scores().get(SalesContest.LEARNED).topTenth()).isBetween(0.02, 0.25);
      chosen += contest.chosen().isPresent() ? 1 : 0;
    }
    assertThat(chosen).as("5 % of 20 for each of two, by chance").isLessThanOrEqualTo(3);
  }

  @Test
  void the_seed_gives_the_same_again_and_the_currency_does_not_matter() {
    Map<String, CustomerPast> pasts = SimulatedPasts.of(SimulatedPasts::seasonal, 2_200, 2);
    SalesContest once = contest(pasts, 42);
    SalesContest again = contest(pasts, 42);
    assertThat(again.parameters()).isEqualTo(once.parameters());
    assertThat(again.scores()).isEqualTo(once.scores());
    assertThat(contest(pasts, 43).scores()).isNotEqualTo(once.scores());
    SalesContest won = contest(dearer(2_200, 2), 42);
    SalesScore score = won.scores().get(SalesContest.LEARNED);
    assertThat(score.topFifth())
        .isCloseTo(once.scores().get(SalesContest.LEARNED).topFifth(), within(1e-6));
    assertThat(score.accuracy().error())
        .isCloseTo(
            1_024 * once.scores().get(SalesContest.LEARNED).accuracy().error(), within(1e-3));
  }

  /** The same customers, who pay 1,024 times as much. */
  private static Map<String, CustomerPast> dearer(int customers, long seed) {
    return SimulatedPasts.of(
        random -> {
          NavigableMap<Integer, Double> days = SimulatedPasts.seasonal(random);
          days.replaceAll((day, net) -> 1_024 * net);
          return days;
        },
        customers,
        seed);
  }

  @Test
  void few_customers_and_few_buyers_are_refused_with_their_numbers() {
    assertThat(contest(SimulatedPasts.of(SimulatedPasts::seasonal, 60, 3), 42).refused())
        .hasValueSatisfying(reason -> assertThat(reason).contains("of 60 customers", "100 and 50"));
    SalesContest once = contest(SimulatedPasts.of(this::onceWithFewAgain, 400, 4), 42);
    assertThat(once.refused()).hasValueSatisfying(r -> assertThat(r).contains("400 customers"));
    assertThat(once.scores()).containsKey(PLAIN).doesNotContainKey(SalesContest.LEARNED);
    assertThat(once.reasons()).hasSize(2);
  }

  private NavigableMap<Integer, Double> onceWithFewAgain(Random random) {
    NavigableMap<Integer, Double> days = new TreeMap<>(Map.of(random.nextInt(500), 20.0));
    if (random.nextInt(20) == 0) {
      days.put(600 + random.nextInt(300), 20.0);
    }
    return days;
  }

  @Test
  void shops_at_the_edge_end_in_a_reason_or_in_finite_numbers() {
    assertThat(contest(SimulatedPasts.of(r -> new TreeMap<>(Map.of(5, 9.0)), 1, 1), 42).refused())
        .isPresent();
    SalesContest alike = contest(SimulatedPasts.of(SalesComparisonRunTest::monthly, 200, 1), 42);
    assertThat(alike.chosen()).isEmpty();
    assertThat(alike.scores().get(SalesContest.LEARNED).topTenth()).isCloseTo(0.1, within(1e-6));
    Map<String, CustomerPast> withWhale = SimulatedPasts.of(SimulatedPasts::independent, 300, 9);
    CustomerPast whale = new CustomerPast();
    for (int day = 0; day < TO; day++) {
      whale.add(new DayTotal(day, 1e9, true));
    }
    withWhale.put("whale", whale);
    SalesContest swayed = contest(withWhale, 42);
    swayed.scores().values().forEach(s -> assertThat(s.accuracy().error()).isFinite());
    assertThat(swayed.chosen()).isEmpty();
  }

  private static NavigableMap<Integer, Double> monthly(Random random) {
    NavigableMap<Integer, Double> days = new TreeMap<>();
    for (int day = 0; day < TO; day += 30) {
      days.put(day, 10.0);
    }
    return days;
  }

  @Test
  void nothing_is_learned_unless_asked_for() {
    FittedModels none = FittedModels.none(List.of(), "none");
    ValueSettings usual = new ValueSettings(OptionalDouble.empty());
    SalesContest contest =
        new SalesComparisonRun(usual.fitting(List.of()), none).of(null, Optional.empty(), Map.of());
    assertThat(contest.refused()).hasValueSatisfying(r -> assertThat(r).contains("three days"));
    SalesContest few =
        new SalesComparisonRun(usual.fitting(List.of()), none).of(null, Optional.of(CUT), Map.of());
    assertThat(few.refused()).contains("Nothing is learned from 0 customers; 100 are needed.");
    ValueSettings without =
        new ValueSettings(OptionalDouble.empty(), List.of("bg-nbd"), List.of(30), 0, 1, 1, 0, 9);
    assertThat(new SalesComparisonRun(without, none).of(null, Optional.of(CUT), Map.of()).isAsked())
        .isFalse();
  }
}
