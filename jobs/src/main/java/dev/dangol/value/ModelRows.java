package dev.dangol.value;

import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ValueModelColumns;
import dev.dangol.value.fitting.FitConvergence;
import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.ParameterEstimate;
import dev.dangol.value.model.EmpiricalRates;
import dev.dangol.value.model.EmpiricalSpend;
import dev.dangol.value.model.ManagerHeuristic;
import dev.dangol.value.model.PurchaseModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * Rows of {@code value_models}: every configured model, Gamma-Gamma, the plain rules, and learned
 * ones.
 */
final class ModelRows {
  /** Figures that are counted, and no fit. */
  private static final Set<String> PLAIN =
      Set.of(new EmpiricalRates().name(), new EmpiricalSpend().name());

  private final AsOf asOf;
  private final ModelResults results;
  private final ModelComparison contest;
  private final ScoreCells scores;

  ModelRows(AsOf asOf, ModelResults results) {
    this.asOf = asOf;
    this.results = results;
    this.contest = results.contest();
    this.scores = new ScoreCells(results);
  }

  List<Row> all() {
    FittedModels fitted = results.fitted();
    List<Row> rows = new ArrayList<>();
    fitted
        .purchases()
        .forEach(
            (name, result) -> {
              boolean chosen = fitted.chosen().equals(Optional.of(name));
              ModelSubject subject = ModelSubject.of(name, fitted.customers(), chosen);
              rows.add(row(subject, Optional.of(result), doubt(name)));
            });
    SpendResults spend = fitted.spend();
    spend.fits().forEach((name, result) -> rows.add(spendRow(spend, name, result)));
    for (String rule : ManagerHeuristic.ALL) {
      ModelSubject subject = ModelSubject.of(rule, fitted.customers(), false);
      rows.add(row(subject, Optional.empty(), unjudged(rule)));
    }
    if (results.sales().isAsked()) {
      SalesContest.CANDIDATES.forEach(name -> rows.add(learnedRow(name)));
    }
    return rows;
  }

  private Row spendRow(SpendResults spend, String name, FitResult result) {
    boolean used =
        results.fitted().chosen().isPresent() && spend.chosen().equals(Optional.of(name));
    OptionalDouble correlation =
        name.equals(SpendResults.SPEND)
            ? RowReader.finite(spend.correlation())
            : OptionalDouble.empty();
    Optional<String> doubt = used ? results.notIndependent() : Optional.empty();
    return row(
        new ModelSubject(name, spend.spenders(), used, correlation),
        Optional.of(result),
        doubt.or(() -> spend.remark(name)));
  }

  private Row learnedRow(String name) {
    SalesContest sales = results.sales();
    RowWriter row =
        RowWriter.of(ValueModelColumns.TABLE)
            .set(SharedColumns.AS_OF, asOf)
            .set(ValueModelColumns.MODEL, name)
            .set(ValueModelColumns.PARAMETERS, Optional.ofNullable(sales.parameters().get(name)))
            .set(ValueModelColumns.CUSTOMERS, (long) sales.customers())
            .set(ValueModelColumns.CONVERGED, false)
            .set(ValueModelColumns.CHOSEN, false)
            .set(ValueModelColumns.REASON, Optional.ofNullable(sales.reasons().get(name)));
    row.setNull(
        ValueModelColumns.STANDARD_ERRORS,
        ValueModelColumns.LOG_LIKELIHOOD,
        ValueModelColumns.SPEND_CORRELATION);
    scores.set(row, name);
    setConvergence(row, Optional.empty());
    return row.row();
  }

  /** The assumption of a model, and the reason why it was not judged; empty without either. */
  private Optional<String> doubt(String name) {
    return Stream.of(PurchaseModel.byName(name).assumption(), unjudged(name))
        .flatMap(Optional::stream)
        .reduce((assumption, reason) -> assumption + " " + reason);
  }

  private Optional<String> unjudged(String name) {
    return Optional.ofNullable(contest.reasons().get(name));
  }

  /** Model or rule that a row describes. */
  private record ModelSubject(
      String name, double customers, boolean chosen, OptionalDouble correlation) {
    static ModelSubject of(String name, double customers, boolean chosen) {
      return new ModelSubject(name, customers, chosen, OptionalDouble.empty());
    }
  }

  private Row row(ModelSubject subject, Optional<FitResult> result, Optional<String> doubt) {
    Optional<ParameterEstimate> estimate = result.flatMap(FitResult::found);
    Optional<String> reason = result.flatMap(FitResult::remark).or(() -> doubt);
    RowWriter row =
        RowWriter.of(ValueModelColumns.TABLE)
            .set(SharedColumns.AS_OF, asOf)
            .set(ValueModelColumns.MODEL, subject.name())
            .set(ValueModelColumns.PARAMETERS, estimate.map(ParameterEstimate::parameters))
            .set(
                ValueModelColumns.STANDARD_ERRORS,
                estimate
                    .filter(ParameterEstimate::isMaximum)
                    .map(ParameterEstimate::standardErrors))
            .set(
                ValueModelColumns.LOG_LIKELIHOOD,
                estimate.map(ParameterEstimate::logLikelihood).filter(Double::isFinite))
            .set(ValueModelColumns.CUSTOMERS, Math.round(subject.customers()))
            .set(
                ValueModelColumns.CONVERGED,
                estimate.isPresent() && !PLAIN.contains(subject.name()))
            .set(ValueModelColumns.CHOSEN, subject.chosen())
            .set(ValueModelColumns.REASON, reason)
            .set(ValueModelColumns.SPEND_CORRELATION, subject.correlation());
    scores.set(row, subject.name());
    setConvergence(row, estimate.flatMap(ParameterEstimate::convergence));
    return row.row();
  }

  private static void setConvergence(RowWriter row, Optional<FitConvergence> convergence) {
    row.set(ValueModelColumns.STARTS, convergence.map(found -> (long) found.starts()))
        .set(ValueModelColumns.ITERATIONS, convergence.map(found -> (long) found.iterations()))
        .set(ValueModelColumns.EVALUATIONS, convergence.map(found -> (long) found.evaluations()))
        .set(ValueModelColumns.GRADIENT_NORM, convergence.map(FitConvergence::gradientNorm));
  }
}
