package dev.dangol.value;

import dev.dangol.config.ValueSettings;
import dev.dangol.table.RowReader;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.ValueColumns;
import dev.dangol.table.results.ValueModelColumns;
import dev.dangol.value.fitting.FailedFit;
import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.LimitEstimate;
import dev.dangol.value.model.ForecastAccuracy;
import dev.dangol.value.model.HoldoutPeriod;
import dev.dangol.value.model.ManagerHeuristic;
import dev.dangol.value.model.PurchaseForecast;
import dev.dangol.value.model.PurchaseHistory;
import dev.dangol.value.model.PurchaseModel;
import dev.dangol.value.model.WeeklyTracking;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Runs a backtest of models: fits them before a holdout period and compares predictions with
 * outcomes. Plain rules are judged in the same way. It collects counts only.
 */
@RunsSparkJobs
public final class ModelComparisonRun {
  private static final String TOO_SHORT =
      "Not judged: purchases reach back less than three days, too little to hold a span out.";

  private final ValueSettings settings;
  private final UnaryOperator<Dataset<Row>> keep;
  private final Map<String, ModelScore> verdicts = new HashMap<>();
  private final Map<String, String> reasons = new HashMap<>();
  private final Map<String, List<ModelComparison.WeeklyRepeats>> weeks = new HashMap<>();
  private final Map<String, PurchaseForecast> forecasts = new TreeMap<>();

  /**
   * Prepares the comparison.
   *
   * @param keep handed tables that are read several times; returns them, kept or not
   */
  public ModelComparisonRun(ValueSettings settings, UnaryOperator<Dataset<Row>> keep) {
    this.settings = settings;
    this.keep = keep;
  }

  /**
   * The comparison; without a cut no model or rule is judged.
   *
   * @param days one row per customer and purchase day up to the end of the span
   */
  public ModelComparison of(Dataset<Row> days, Optional<CalibrationSplit> cut) {
    cut.ifPresentOrElse(span -> judge(days, span), this::judgeNobody);
    return new ModelComparison(cut, verdicts, reasons, weeks);
  }

  /** The models that were judged, by name, as they were fitted to the time before the cut. */
  public Map<String, PurchaseForecast> forecasts() {
    return new TreeMap<>(forecasts);
  }

  private void judgeNobody() {
    reasons.putAll(ModelComparison.none(settings.models(), TOO_SHORT).reasons());
  }

  private void judge(Dataset<Row> days, CalibrationSplit cut) {
    Dataset<Row> earlier = keep.apply(PurchaseHistories.at(days, cut.from()));
    Dataset<Row> later = keep.apply(PurchaseHistories.at(days, cut.to()));
    ModelFitting fit = new ModelFitting(settings);
    HoldoutPeriod holdout = fit.holdout(earlier, later, cut.days());
    WeeklyBase tracked = weeks(days, earlier, cut);
    Map<String, FitResult> fits = fit.purchases(holdout.before());
    for (String name : settings.models()) {
      FitResult result = fits.get(name);
      if (result instanceof FailedFit none) {
        reasons.put(name, "Not judged by the time up to " + cut.from() + ": " + none.reason());
      } else {
        judge(name, result, holdout, tracked);
      }
    }
    judgeRules(days, cut, holdout);
  }

  /** A model that was at an edge then is judged by what its limit predicted. */
  private void judge(String name, FitResult result, HoldoutPeriod holdout, WeeklyBase tracked) {
    PurchaseModel model =
        PurchaseModel.byName(result instanceof LimitEstimate edge ? edge.limit() : name);
    double[] parameters = result.found().orElseThrow().values();
    forecasts.put(name, model.forecast(parameters));
    verdicts.put(
        name,
        new ModelScore(holdout.judgement(model, parameters), holdout.logScore(model, parameters)));
    weeks.put(name, tracked.beside(model.forecast(parameters)));
  }

  private void judgeRules(Dataset<Row> days, CalibrationSplit cut, HoldoutPeriod holdout) {
    double inactive = settings.trial().inactiveDays() / PurchaseHistory.WEEK;
    put(
        ManagerHeuristic.SAME_AS_LAST_PERIOD,
        ForecastAccuracy.of(cases(PeriodCounts.of(days, cut))));
    put(
        ManagerHeuristic.RECENCY_CUT,
        ForecastAccuracy.of(
            holdout.outcomes(), ManagerHeuristic.recencyCut(inactive, holdout.weeks())));
    put(
        ManagerHeuristic.FREQUENCY_RANK,
        ForecastAccuracy.of(holdout.outcomes(), PurchaseHistory::frequency).ofOrder());
  }

  private void put(String rule, ForecastAccuracy judgement) {
    verdicts.put(rule, new ModelScore(judgement, Double.NaN));
  }

  private static List<ForecastAccuracy.PredictedCase> cases(Dataset<Row> counted) {
    List<ForecastAccuracy.PredictedCase> cases = new ArrayList<>();
    for (Row row : counted.collectAsList()) {
      RowReader cells = new RowReader(row);
      cases.add(
          new ForecastAccuracy.PredictedCase(
              (double) cells.count(ValueColumns.PERIOD_ORDERS),
              (double) cells.count(ValueColumns.LATER_ORDERS),
              (double) cells.count(ValueColumns.CUSTOMERS)));
    }
    return cases;
  }

  private static WeeklyBase weeks(Dataset<Row> days, Dataset<Row> histories, CalibrationSplit cut) {
    Map<Long, Double> acquired = new HashMap<>();
    for (Row row : WeekCounts.ages(histories).collectAsList()) {
      RowReader cells = new RowReader(row);
      acquired.put(
          cells.count(FeatureColumns.AGE_DAYS), (double) cells.count(ValueColumns.CUSTOMERS));
    }
    TreeMap<Long, Double> observed = new TreeMap<>();
    for (Row row : WeekCounts.repeats(days, cut).collectAsList()) {
      RowReader cells = new RowReader(row);
      observed.put(
          cells.count(ValueModelColumns.WEEK), (double) cells.count(ValueColumns.LATER_ORDERS));
    }
    return new WeeklyBase(acquired, observed, cut.days() / 7);
  }

  /**
   * Repeat purchases by week, and the customers by day of acquisition. A model says from the latter
   * how many it expects.
   */
  private record WeeklyBase(Map<Long, Double> acquired, TreeMap<Long, Double> observed, long last) {
    /** Every whole week from that of the first customer on. */
    List<ModelComparison.WeeklyRepeats> beside(PurchaseForecast forecast) {
      WeeklyTracking tracking = new WeeklyTracking(acquired, forecast);
      long oldest = acquired.keySet().stream().mapToLong(age -> age).max().orElse(0);
      List<ModelComparison.WeeklyRepeats> found = new ArrayList<>();
      for (long week = 1 - (oldest + 6) / 7; week <= last; week++) {
        double came = observed.getOrDefault(week, 0.0);
        found.add(new ModelComparison.WeeklyRepeats(week, tracking.expectedPurchases(week), came));
      }
      return found;
    }
  }
}
