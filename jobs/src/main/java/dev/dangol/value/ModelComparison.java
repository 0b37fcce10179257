package dev.dangol.value;

import dev.dangol.table.Field;
import dev.dangol.table.results.ValueModelColumns;
import dev.dangol.value.model.ManagerHeuristic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Comparison of purchase models and plain rules on a holdout period.
 *
 * @param cut the split they were judged by; empty where there was too little time
 * @param verdicts by name, of those that could be judged
 * @param reasons by name, why the others could not be
 * @param weeks expected and observed by week, by model
 */
public record ModelComparison(
    Optional<CalibrationSplit> cut,
    Map<String, ModelScore> verdicts,
    Map<String, String> reasons,
    Map<String, List<WeeklyRepeats>> weeks) {
  /** Measures of which more is better, in the order of the columns. */
  private static final Map<Field, ToDoubleFunction<ModelScore>> MEASURES = measures();

  public ModelComparison {
    verdicts = Map.copyOf(verdicts);
    reasons = Map.copyOf(reasons);
    weeks = Map.copyOf(weeks);
  }

  /**
   * A comparison in which neither these models nor the plain rules were judged, with the reason.
   */
  public static ModelComparison none(List<String> models, String reason) {
    Map<String, String> reasons = new LinkedHashMap<>();
    models.forEach(model -> reasons.put(model, reason));
    ManagerHeuristic.ALL.forEach(rule -> reasons.put(rule, reason));
    return new ModelComparison(Optional.empty(), Map.of(), reasons, Map.of());
  }

  /**
   * Repeat purchases of a week.
   *
   * @param number 1 for the first that models had not seen
   */
  public record WeeklyRepeats(long number, double predicted, double observed) {}

  private static Map<Field, ToDoubleFunction<ModelScore>> measures() {
    Map<Field, ToDoubleFunction<ModelScore>> measures = new LinkedHashMap<>();
    measures.put(ValueModelColumns.HOLDOUT_ERROR, v -> -v.judgement().error());
    measures.put(ValueModelColumns.HOLDOUT_LOG_SCORE, ModelScore::logScore);
    measures.put(ValueModelColumns.HOLDOUT_BIAS, v -> -Math.abs(v.judgement().bias()));
    measures.put(ValueModelColumns.HOLDOUT_RANK_CORRELATION, v -> v.judgement().rankCorrelation());
    measures.put(ValueModelColumns.HOLDOUT_TOP_TENTH, v -> v.judgement().topTenth());
    return measures;
  }

  /**
   * The measures, by column, in which no other does better; empty for a name that was not judged.
   */
  public Optional<List<String>> bestAt(String name) {
    return Optional.ofNullable(verdicts.get(name)).map(this::bestAt);
  }

  private List<String> bestAt(ModelScore verdict) {
    List<String> best = new ArrayList<>();
    MEASURES.forEach(
        (field, measure) -> {
          double own = measure.applyAsDouble(verdict);
          if (verdicts.values().stream().noneMatch(v -> measure.applyAsDouble(v) > own)
              && !Double.isNaN(own)) {
            best.add(field.name());
          }
        });
    return best;
  }

  /**
   * The best of these models: by the log score of the holdout period, those without one last,
   * equals by name; empty of none.
   */
  public Optional<String> best(Collection<String> models) {
    return models.stream()
        .min(
            Comparator.comparingDouble((String name) -> -score(name))
                .thenComparing(Comparator.naturalOrder()));
  }

  private double score(String name) {
    ModelScore verdict = verdicts.get(name);
    return verdict == null || Double.isNaN(verdict.logScore())
        ? Double.NEGATIVE_INFINITY
        : verdict.logScore();
  }
}
