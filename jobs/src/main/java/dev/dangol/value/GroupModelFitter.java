package dev.dangol.value;

import dev.dangol.table.Field;
import dev.dangol.table.results.ValueGroupColumns;
import dev.dangol.value.fitting.FailedFit;
import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.FitRules;
import dev.dangol.value.fitting.ParameterEstimate;
import dev.dangol.value.model.HistoryCounts;
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
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Fits the models to one group after another. The counted rows of a part come by in the order of
 * groups, and one group is held at a time.
 */
final class GroupModelFitter implements Iterator<Row> {
  /** One row per group and model. */
  static final StructType SCHEMA =
      new StructType(
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
                  ValueGroupColumns.REASON)
              .stream()
              .map(Field::structField)
              .toArray(StructField[]::new));

  private final Iterator<Row> counted;
  private final GroupFitRules rules;
  private final Deque<Row> fitted = new ArrayDeque<>();
  private Row ahead;

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

  private Row read() {
    return counted.hasNext() ? counted.next() : null;
  }

  private void fitGroup() {
    String groupBy = ahead.getString(0);
    String group = ahead.getString(1);
    BinnedHistories histories = new BinnedHistories(rules.most());
    do {
      histories.add(ahead.getLong(2), ahead.getLong(3), ahead.getLong(4), ahead.getLong(5));
      ahead = read();
    } while (ahead != null
        && groupBy.equals(ahead.getString(0))
        && group.equals(ahead.getString(1)));
    HistoryCounts customers = histories.triples();
    Map<String, FitResult> results = new LinkedHashMap<>();
    for (String model : rules.models()) {
      results.put(model, PurchaseModel.byName(model).fit(customers, rules.rules()));
    }
    Optional<String> chosen = best(results);
    results.forEach(
        (model, result) ->
            fitted.add(
                new GroupSubject(groupBy, group, customers)
                    .row(model, result, chosen.equals(Optional.of(model)))));
  }

  /**
   * The most likely of the models that can be compared: those of the smallest k that was fitted,
   * all of which have four parameters; of equally likely ones the first.
   */
  private static Optional<String> best(Map<String, FitResult> results) {
    String best = null;
    int stages = Integer.MAX_VALUE;
    double highest = Double.NEGATIVE_INFINITY;
    for (Map.Entry<String, FitResult> entry : results.entrySet()) {
      if (entry.getValue() instanceof ParameterEstimate estimate) {
        int k = PurchaseModel.byName(entry.getKey()).stages();
        if (k < stages || (k == stages && estimate.logLikelihood() > highest)) {
          best = entry.getKey();
          stages = k;
          highest = estimate.logLikelihood();
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** The group that rows are about. */
  private record GroupSubject(String groupBy, String group, HistoryCounts customers) {
    Row row(String model, FitResult result, boolean chosen) {
      ParameterEstimate estimate = result instanceof ParameterEstimate found ? found : null;
      boolean found = estimate != null;
      return RowFactory.create(
          groupBy,
          group,
          model,
          found ? estimate.parameters().keySet().toArray(String[]::new) : null,
          found ? estimate.values() : null,
          found ? values(estimate.standardErrors()) : null,
          found ? estimate.logLikelihood() : null,
          Math.round(customers.customers()),
          Math.round(customers.repeatBuyers()),
          found,
          chosen,
          result instanceof FailedFit none ? none.reason() : null);
    }

    private static double[] values(Map<String, Double> numbers) {
      return numbers.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
  }
}
