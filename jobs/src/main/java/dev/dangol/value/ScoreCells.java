package dev.dangol.value;

import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.results.ValueModelColumns;
import dev.dangol.value.learned.SalesScore;
import dev.dangol.value.model.ForecastAccuracy;
import java.util.Optional;
import java.util.OptionalDouble;

/** Cells of {@code value_models} on the holdout period, and the uses that a model is chosen for. */
final class ScoreCells {
  private final ModelResults results;

  ScoreCells(ModelResults results) {
    this.results = results;
  }

  /** Sets the cells of a model, a rule or a learned one; null where it was not judged. */
  void set(RowWriter row, String name) {
    ModelComparison contest = results.contest();
    row.set(ValueModelColumns.CHOSEN_FOR, results.chosenFor(name));
    Optional<SalesScore> sales = Optional.ofNullable(results.sales().scores().get(name));
    setSales(row, sales);
    Optional<ModelScore> orders = Optional.ofNullable(contest.verdicts().get(name));
    Optional<ForecastAccuracy> accuracy =
        SalesContest.CANDIDATES.contains(name)
            ? sales.map(SalesScore::accuracy)
            : orders.map(ModelScore::judgement);
    setAccuracy(row, accuracy);
    row.set(
            ValueModelColumns.HOLDOUT_FROM,
            accuracy.flatMap(judged -> contest.cut()).map(CalibrationSplit::from))
        .set(
            ValueModelColumns.HOLDOUT_LOG_SCORE,
            orders
                .map(verdict -> RowReader.finite(verdict.logScore()))
                .orElse(OptionalDouble.empty()))
        .set(
            ValueModelColumns.BEST_AT,
            contest.bestAt(name).map(best -> best.toArray(String[]::new)));
  }

  private static void setAccuracy(RowWriter row, Optional<ForecastAccuracy> accuracy) {
    row.set(ValueModelColumns.HOLDOUT_ERROR, number(accuracy.map(ForecastAccuracy::error)))
        .set(ValueModelColumns.HOLDOUT_BIAS, number(accuracy.map(ForecastAccuracy::bias)))
        .set(
            ValueModelColumns.HOLDOUT_RANK_CORRELATION,
            number(accuracy.map(ForecastAccuracy::rankCorrelation)))
        .set(ValueModelColumns.HOLDOUT_TOP_TENTH, number(accuracy.map(ForecastAccuracy::topTenth)));
  }

  private static void setSales(RowWriter row, Optional<SalesScore> sales) {
    row.set(ValueModelColumns.TOP_TENTH_SHARE, number(sales.map(SalesScore::topTenth)))
        .set(ValueModelColumns.TOP_FIFTH_SHARE, number(sales.map(SalesScore::topFifth)))
        .set(
            ValueModelColumns.HOLDOUT_SALES_ERROR,
            number(sales.map(score -> score.accuracy().error())));
  }

  private static OptionalDouble number(Optional<Double> value) {
    return RowReader.finite(value.orElse(null));
  }
}
