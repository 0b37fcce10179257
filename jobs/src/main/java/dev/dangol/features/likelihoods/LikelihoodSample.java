package dev.dangol.features.likelihoods;

import dev.dangol.probability.LogisticEffects;
import dev.dangol.probability.LogisticRidge;
import dev.dangol.probability.OutcomeSample;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.results.LikelihoodColumns;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/** Sample of customers of one observation day, in memory, with their numbers and outcomes. */
final class LikelihoodSample {
  private final List<double[]> numbers = new ArrayList<>();
  private final List<double[]> outcomes = new ArrayList<>();
  private final List<Boolean> halves = new ArrayList<>();

  /** Takes a customer up, as {@link SpanEvidence} describes them. */
  void add(Row row) {
    RowReader cells = new RowReader(row);
    numbers.add(
        cells.numberList(SpanColumns.NUMBERS).stream().mapToDouble(Double::doubleValue).toArray());
    outcomes.add(
        LikelihoodColumns.ALL.stream().mapToDouble(p -> cells.number(p).orElse(0)).toArray());
    halves.add(cells.flag(SpanColumns.HALF));
  }

  /** The customers with the outcome of one likelihood. */
  OutcomeSample of(Field likelihood) {
    int place = LikelihoodColumns.ALL.indexOf(likelihood);
    return new OutcomeSample(
        numbers.toArray(double[][]::new),
        outcomes.stream().mapToDouble(each -> each[place]).toArray());
  }

  /** The model learned from these customers and tried on later ones. */
  LikelihoodModel model(Field likelihood, LikelihoodSample later, double penalty) {
    LogisticEffects effects = LogisticRidge.fit(of(likelihood), penalty);
    boolean[] first = new boolean[later.halves.size()];
    for (int i = 0; i < first.length; i++) {
      first[i] = later.halves.get(i);
    }
    return new LikelihoodModel(effects, later.of(likelihood).trial(effects, first).result());
  }
}
