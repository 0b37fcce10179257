package dev.dangol.value;

import dev.dangol.config.LearnedSettings;
import dev.dangol.config.ValueSettings;
import dev.dangol.value.learned.LearnedSales;
import dev.dangol.value.learned.SalesCase;
import dev.dangol.value.learned.SampledPast;
import dev.dangol.value.model.PurchaseForecast;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Runs the comparison on later net sales, on one sample of customers. It learns from the span
 * before the holdout period, and judges by the holdout period.
 */
public final class SalesComparisonRun {
  /** Fewer customers than this teach nothing about two dozen features. */
  private static final int FEWEST = 100;

  private static final String TOO_SHORT =
      "Nothing is learned: purchases reach back less than three days, too little for two spans.";

  private final ValueSettings settings;
  private final FittedModels fitted;

  /**
   * Prepares the comparison.
   *
   * @param fitted the models fitted to all days, of which one is chosen
   */
  public SalesComparisonRun(ValueSettings settings, FittedModels fitted) {
    this.settings = settings;
    this.fitted = fitted;
  }

  /**
   * The comparison; nothing is judged, and no Spark job started, where no learned model is asked
   * for or customers are too few for one.
   *
   * @param days one row per customer and day up to the as-of day, with its orders and net sales
   * @param cut the holdout period; the model learns from as many days before it
   * @param forecasts models of purchases that were fitted to the time before it, by name
   */
  public SalesContest of(
      Dataset<Row> days, Optional<CalibrationSplit> cut, Map<String, PurchaseForecast> forecasts) {
    if (settings.learned().isEmpty()) {
      return SalesContest.notAsked();
    }
    if (cut.isEmpty()) {
      return SalesContest.refused(TOO_SHORT);
    }
    if (fitted.customers() < FEWEST) {
      return SalesContest.refused(
          "Nothing is learned from "
              + Math.round(fitted.customers())
              + " customers; "
              + FEWEST
              + " are needed.");
    }
    LearnedSettings learned = settings.learned().get();
    List<SampledPast> sample = SalesSampling.of(days, cut.get(), learned, fitted.customers());
    return of(sample, cut.get(), forecasts);
  }

  /** The comparison on a sample. */
  SalesContest of(
      List<SampledPast> sample, CalibrationSplit cut, Map<String, PurchaseForecast> forecasts) {
    List<SalesCase> judged = sample.stream().flatMap(past -> past.judged().stream()).toList();
    if (judged.stream().mapToDouble(SalesCase::later).sum() <= 0) {
      return SalesContest.refused("Nothing is learned: nothing was sold after " + cut.from() + ".");
    }
    SalesJudge judge = new SalesJudge(settings, judged, cut);
    judge.addModels(forecasts);
    judge.addRules();
    List<SalesCase> trained = sample.stream().flatMap(past -> past.trained().stream()).toList();
    Optional<String> refused = refused(trained, cut);
    if (refused.isPresent()) {
      return SalesContest.refused(judge.scores(), refused.get());
    }
    long seed = settings.learned().orElseThrow().seed();
    judge.addLearned(LearnedSales.fit(trained, seed));
    List<double[]> today = sample.stream().flatMap(past -> past.scored().stream()).toList();
    return judge.decide(fitted, today);
  }

  private Optional<String> refused(List<SalesCase> trained, CalibrationSplit cut) {
    long buyers = trained.stream().filter(one -> one.later() > 0).count();
    int fewest = settings.minRepeatBuyers();
    if (trained.size() < FEWEST || buyers < fewest) {
      return Optional.of(
          "Nothing is learned: of "
              + trained.size()
              + " customers of "
              + cut.from().minusDays(cut.days())
              + ", "
              + buyers
              + " bought in the "
              + cut.days()
              + " days after it; "
              + FEWEST
              + " and "
              + fewest
              + " (value.min-repeat-buyers) are needed.");
    }
    return LearnedSales.unit(trained) > 0
        ? Optional.empty()
        : Optional.of("Nothing is learned: purchase days had no value above 0.");
  }
}
