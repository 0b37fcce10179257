package dev.dangol.value;

import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.ValueColumns;
import dev.dangol.table.results.ValueGroupColumns;
import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.FitRules;
import dev.dangol.value.fitting.ParameterEstimate;
import dev.dangol.value.model.HistoryCounts;
import dev.dangol.value.model.PurchaseFits;
import dev.dangol.value.model.PurchaseModel;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * Fits the models to one group after another. The counted rows of a part come by in the order of
 * groups, and one group is held at a time.
 */
final class GroupModelFitter implements Iterator<Row> {
  /** One row per group and model. */
  static final List<Field> FIELDS =
      List.of(
          ValueGroupColumns.GROUP_BY,
          ValueGroupColumns.GROUP_NAME,
          ValueGroupColumns.MODEL,
          ValueGroupColumns.PARAMETER_NAMES,
          ValueGroupColumns.PARAMETER_VALUES,
          ValueGroupColumns.ERROR_VALUES,
          ValueGroupColumns.LOG_LIKELIHOOD,
          ValueGroupColumns.CUSTOMERS,
          ValueGroupColumns.REPEAT_BUYERS,
          ValueGroupColumns.CONVERGED,
          ValueGroupColumns.CHOSEN,
          ValueGroupColumns.REASON);

  private final Iterator<Row> counted;
  private final GroupFitRules rules;
  private final Deque<Row> fitted = new ArrayDeque<>();
  private RowReader ahead;

  GroupModelFitter(Iterator<Row> counted, GroupFitRules rules) {
    this.counted = counted;
    this.rules = rules;
    this.ahead = read();
  }

  /**
   * The models that are fitted to every group, and the rules of the fit.
   *
   * @param models by name
   * @param most above so many distinct histories a group is counted in wider bins
   */
  record GroupFitRules(List<String> models, long minRepeatBuyers, double penalty, int most)
      implements Serializable {
    private FitRules rules() {
      return new FitRules(minRepeatBuyers, penalty);
    }
  }

  @Override
  public boolean hasNext() {
    return !fitted.isEmpty() || ahead != null;
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (fitted.isEmpty()) {
      fitGroup();
    }
    return fitted.remove();
  }

  private RowReader read() {
    return counted.hasNext() ? new RowReader(counted.next()) : null;
  }

  private void fitGroup() {
    Optional<String> groupBy = ahead.text(ValueGroupColumns.GROUP_BY);
    Optional<String> group = ahead.text(ValueGroupColumns.GROUP_NAME);
    BinnedHistories histories = new BinnedHistories(rules.most());
    do {
      add(ahead, histories);
      ahead = read();
    } while (ahead != null
        && groupBy.equals(ahead.text(ValueGroupColumns.GROUP_BY))
        && group.equals(ahead.text(ValueGroupColumns.GROUP_NAME)));
    HistoryCounts customers = histories.triples();
    PurchaseFits fits = new PurchaseFits(customers, rules.rules());
    Map<String, FitResult> results = new LinkedHashMap<>();
    for (String model : rules.models()) {
      results.put(model, fits.of(PurchaseModel.byName(model)));
    }
    Optional<String> chosen = best(results);
    results.forEach(
        (model, result) ->
            fitted.add(
                new GroupSubject(groupBy.orElseThrow(), group.orElseThrow(), customers)
                    .row(model, result, chosen.equals(Optional.of(model)))));
  }

  /** Cells are looked up by name, which takes next to nothing beside the fits to the history. */
  private static void add(RowReader counted, BinnedHistories histories) {
    histories.add(
        counted.count(FeatureColumns.FREQUENCY),
        counted.count(FeatureColumns.RECENCY_DAYS),
        counted.count(FeatureColumns.AGE_DAYS),
        counted.count(ValueColumns.CUSTOMERS));
  }

  /**
   * The most likely of the models that can be compared: those of the smallest k that was fitted; of
   * equally likely ones the first. A model at an edge is as likely as its limit.
   */
  private static Optional<String> best(Map<String, FitResult> results) {
    String best = null;
    int stages = Integer.MAX_VALUE;
    double highest = Double.NEGATIVE_INFINITY;
    for (Map.Entry<String, FitResult> entry : results.entrySet()) {
      Optional<ParameterEstimate> estimate = entry.getValue().found();
      int k = PurchaseModel.byName(entry.getKey()).stages();
      double likelihood =
          estimate.map(ParameterEstimate::logLikelihood).orElse(Double.NEGATIVE_INFINITY);
      if (estimate.isPresent() && (k < stages || (k == stages && likelihood > highest))) {
        best = entry.getKey();
        stages = k;
        highest = likelihood;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The group that rows are about. */
  private record GroupSubject(String groupBy, String group, HistoryCounts customers) {
    Row row(String model, FitResult result, boolean chosen) {
      RowWriter row =
          RowWriter.of("fitted groups", FIELDS)
              .set(ValueGroupColumns.GROUP_BY, groupBy)
              .set(ValueGroupColumns.GROUP_NAME, group)
              .set(ValueGroupColumns.MODEL, model)
              .set(ValueGroupColumns.CUSTOMERS, Math.round(customers.customers()))
              .set(ValueGroupColumns.REPEAT_BUYERS, Math.round(customers.repeatBuyers()))
              .set(ValueGroupColumns.CONVERGED, result.found().isPresent())
              .set(ValueGroupColumns.CHOSEN, chosen)
              .set(ValueGroupColumns.REASON, result.remark());
      return setEstimate(row, result).row();
    }

    private static RowWriter setEstimate(RowWriter row, FitResult result) {
      if (result.found().isEmpty()) {
        return row.setNull(
            ValueGroupColumns.PARAMETER_NAMES,
            ValueGroupColumns.PARAMETER_VALUES,
            ValueGroupColumns.ERROR_VALUES,
            ValueGroupColumns.LOG_LIKELIHOOD);
      }
      ParameterEstimate estimate = result.found().get();
      String[] names = estimate.parameters().keySet().toArray(String[]::new);
      return row.set(ValueGroupColumns.PARAMETER_NAMES, names)
          .set(ValueGroupColumns.PARAMETER_VALUES, estimate.values())
          .set(ValueGroupColumns.ERROR_VALUES, values(estimate.standardErrors()))
          .set(ValueGroupColumns.LOG_LIKELIHOOD, estimate.logLikelihood());
    }

    private static double[] values(Map<String, Double> numbers) {
      return numbers.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
  }
}
