package dev.dangol.value;

import dev.dangol.config.ValueSettings;
import dev.dangol.value.learned.AmountCurve;
import dev.dangol.value.learned.LearnedForecast;
import dev.dangol.value.learned.LearnedSales;
import dev.dangol.value.learned.PowerCalibration;
import dev.dangol.value.learned.RankCurve;
import dev.dangol.value.learned.RankScale;
import dev.dangol.value.learned.SalesCase;
import dev.dangol.value.learned.SalesFeature;
import dev.dangol.value.learned.SalesScore;
import dev.dangol.value.learned.SalesTrial;
import dev.dangol.value.model.ManagerHeuristic;
import dev.dangol.value.model.PurchaseForecast;
import dev.dangol.value.model.PurchaseHistory;
import dev.dangol.value.model.SpendExpectation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Judge of candidates by the net sales of a holdout period. The model of purchases that is chosen
 * stays unless a learned candidate beats it beyond chance.
 */
final class SalesJudge {
  private final ValueSettings settings;
  private final List<double[]> vectors;
  private final double[] later;
  private final CalibrationSplit cut;
  private final SalesTrial trial;
  private final List<String> names = new ArrayList<>();
  private LearnedSales learned;

  SalesJudge(ValueSettings settings, List<SalesCase> judged, CalibrationSplit cut) {
    this.settings = settings;
    this.vectors = judged.stream().map(SalesCase::features).toList();
    this.later = judged.stream().mapToDouble(SalesCase::later).toArray();
    this.cut = cut;
    this.trial = new SalesTrial(later);
  }

  private double weeks() {
    return cut.days() / PurchaseHistory.WEEK;
  }

  private void add(String name, double[] scores) {
    trial.add(name, scores, PowerCalibration::fit);
    names.add(name);
  }

  /** Adds models of purchases, whose orders are worth what orders were worth by the cut. */
  void addModels(Map<String, PurchaseForecast> forecasts) {
    SpendExpectation spend = SampledSpend.expectation(vectors, settings);
    forecasts.forEach(
        (name, forecast) ->
            add(
                name,
                ExpectedSales.of(
                    vectors, spend, history -> forecast.expectedPurchases(history, weeks()))));
  }

  /** Adds the plain rules, which rank by orders. */
  void addRules() {
    double inactive = settings.trial().inactiveDays() / PurchaseHistory.WEEK;
    add(
        ManagerHeuristic.SAME_AS_LAST_PERIOD,
        vectors.stream().mapToDouble(SalesFeature.PURCHASE_DAYS_SPAN::in).toArray());
    addRule(ManagerHeuristic.RECENCY_CUT, ManagerHeuristic.recencyCut(inactive, weeks()));
    addRule(ManagerHeuristic.FREQUENCY_RANK, PurchaseHistory::frequency);
  }

  private void addRule(String name, ToDoubleFunction<PurchaseHistory> orders) {
    add(name, ExpectedSales.orders(vectors, orders));
  }

  /** Adds the learned model, and the average of its ranks and those of past net sales. */
  void addLearned(LearnedSales model) {
    learned = model;
    add(SalesContest.LEARNED, scores(vectors, model::score));
    trial.add(SalesContest.LEARNED_SPEND, scores(vectors, average(vectors)), RankCurve::fit);
    names.add(SalesContest.LEARNED_SPEND);
  }

  private LearnedForecast.AverageRank average(List<double[]> among) {
    return new LearnedForecast.AverageRank(
        learned,
        new RankScale(scores(among, learned::score)),
        new RankScale(scores(among, SalesFeature.NET_SALES::in)));
  }

  private static double[] scores(List<double[]> of, LearnedForecast.CustomerScore score) {
    return of.stream().mapToDouble(score::of).toArray();
  }

  Map<String, SalesScore> scores() {
    Map<String, SalesScore> scores = new LinkedHashMap<>();
    names.forEach(name -> scores.put(name, trial.score(name)));
    return scores;
  }

  /**
   * The decision.
   *
   * @param fitted the models fitted to all days, of which one is chosen
   * @param today features as of the day of sampled customers
   */
  SalesContest decide(FittedModels fitted, List<double[]> today) {
    PowerCalibration calibration = PowerCalibration.fit(scores(vectors, learned::score), later);
    Optional<String> winner =
        fitted
            .chosen()
            .filter(names::contains)
            .flatMap(incumbent -> winner(incumbent, calibration));
    Map<String, Double> parameters = new LinkedHashMap<>(learned.parameters());
    parameters.put("calibration_level", calibration.level());
    parameters.put("calibration_slope", calibration.slope());
    return new SalesContest(
        scores(),
        Map.of(
            SalesContest.LEARNED,
            parameters,
            SalesContest.LEARNED_SPEND,
            // In order: that of Map.of is another in each process, and would be in the table.
            new TreeMap<>(Map.of("weight_learned", 0.5, "weight_spend", 0.5))),
        learned.customers(),
        losers(winner, fitted.chosen()),
        winner.map(
            name ->
                new SalesContest.ChosenSales(
                    name, forecast(name, calibration, fitted, today), cut.days())));
  }

  private Optional<String> winner(String incumbent, PowerCalibration calibration) {
    boolean learnedWins = calibration.slope() > 0 && trial.beats(SalesContest.LEARNED, incumbent);
    boolean averageWins = trial.beats(SalesContest.LEARNED_SPEND, incumbent);
    if (averageWins
        && (!learnedWins || trial.beats(SalesContest.LEARNED_SPEND, SalesContest.LEARNED))) {
      return Optional.of(SalesContest.LEARNED_SPEND);
    }
    return learnedWins ? Optional.of(SalesContest.LEARNED) : Optional.empty();
  }

  private static Map<String, String> losers(Optional<String> winner, Optional<String> incumbent) {
    Map<String, String> reasons = new LinkedHashMap<>();
    String stays = winner.or(() -> incumbent).orElse("another model");
    SalesContest.CANDIDATES.stream()
        .filter(name -> !winner.equals(Optional.of(name)))
        .forEach(
            name ->
                reasons.put(
                    name,
                    "Not chosen for net sales: beyond chance it is no better than " + stays + "."));
    return reasons;
  }

  private LearnedForecast forecast(
      String name, PowerCalibration calibration, FittedModels fitted, List<double[]> today) {
    double factor = new SpanFactor(fitted.scoring().orElseThrow(), settings).of(today, weeks());
    if (name.equals(SalesContest.LEARNED)) {
      return new LearnedForecast(learned::score, calibration, factor);
    }
    AmountCurve curve = RankCurve.fit(scores(vectors, average(vectors)), later);
    return new LearnedForecast(average(today), curve, factor);
  }
}
