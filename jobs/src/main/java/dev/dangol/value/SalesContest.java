package dev.dangol.value;

import dev.dangol.config.ValueSettings;
import dev.dangol.table.results.ValueModelColumns;
import dev.dangol.value.learned.LearnedForecast;
import dev.dangol.value.learned.SalesScore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Comparison of all candidates on the net sales of a holdout period, the learned ones among them.
 *
 * @param scores by candidate; empty where nothing was judged
 * @param parameters of the learned candidates; empty where none was asked for
 * @param customers the number of customers that the learned model was fitted to
 * @param reasons by learned candidate, why it was not fitted or not chosen
 * @param chosen the learned candidate that net sales come from; empty where the model of purchases
 *     stays
 */
public record SalesContest(
    Map<String, SalesScore> scores,
    Map<String, Map<String, Double>> parameters,
    int customers,
    Map<String, String> reasons,
    Optional<ChosenSales> chosen) {
  /** The learned model. */
  public static final String LEARNED = ValueSettings.LEARNED;

  /** The order by the average rank of the learned model and of past net sales. */
  public static final String LEARNED_SPEND = "learned-spend";

  /** The candidates that are learned. */
  public static final List<String> CANDIDATES = ValueModelColumns.LEARNED;

  public SalesContest {
    scores = Map.copyOf(scores);
    parameters = Map.copyOf(parameters);
    reasons = Map.copyOf(reasons);
  }

  /**
   * Learned candidate that net sales come from.
   *
   * @param span the days of the span that it was learned for
   */
  public record ChosenSales(String model, LearnedForecast forecast, int span) {}

  /** Nothing learned, since nobody asked for it. */
  public static SalesContest notAsked() {
    return new SalesContest(Map.of(), Map.of(), 0, Map.of(), Optional.empty());
  }

  /** Nothing learned, for a reason. */
  public static SalesContest refused(String reason) {
    return refused(Map.of(), reason);
  }

  /** The same, where others could be judged. */
  static SalesContest refused(Map<String, SalesScore> scores, String reason) {
    Map<String, String> reasons = new LinkedHashMap<>();
    CANDIDATES.forEach(name -> reasons.put(name, reason));
    return new SalesContest(scores, Map.of(), 0, reasons, Optional.empty());
  }

  /** True where a learned model was asked for, be it fitted or refused. */
  boolean isAsked() {
    return !parameters.isEmpty() || !reasons.isEmpty();
  }

  /** The reason why nothing was learned; empty where something was, or nobody asked. */
  public Optional<String> refused() {
    return parameters.isEmpty() ? Optional.ofNullable(reasons.get(LEARNED)) : Optional.empty();
  }
}
