package dev.dangol.job.value;

import dev.dangol.value.FittedModels;
import dev.dangol.value.ModelComparison;
import dev.dangol.value.ModelScore;
import dev.dangol.value.fitting.FailedFit;
import dev.dangol.value.fitting.FitConvergence;
import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.ParameterEstimate;
import dev.dangol.value.model.ManagerHeuristic;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows of {@code value_models}: every configured model, Gamma-Gamma, and the plain rules. */
final class ModelRows {
  private final Date date;
  private final ValueJob.ModelResults told;
  private final ModelComparison contest;

  ModelRows(Date date, ValueJob.ModelResults told) {
    this.date = date;
    this.told = told;
    this.contest = told.contest();
  }

  List<Row> all() {
    FittedModels fitted = told.fitted();
    List<Row> rows = new ArrayList<>();
    fitted
        .purchases()
        .forEach(
            (name, result) -> {
              boolean chosen = fitted.chosen().equals(Optional.of(name));
              ModelSubject subject = new ModelSubject(name, fitted.customers(), chosen, null);
              rows.add(row(subject, Optional.of(result), contest.reasons().get(name)));
            });
    boolean used = fitted.chosen().isPresent() && fitted.knowsSpend();
    Double correlation = ValueRows.nullable(fitted.spendCorrelation());
    rows.add(
        row(
            new ModelSubject(ValueNotMeasured.SPEND, fitted.spenders(), used, correlation),
            Optional.of(fitted.spend()),
            ValueNotMeasured.notIndependent(told).orElse(null)));
    for (String rule : ManagerHeuristic.ALL) {
      ModelSubject subject = new ModelSubject(rule, fitted.customers(), false, null);
      rows.add(row(subject, Optional.empty(), contest.reasons().get(rule)));
    }
    return rows;
  }

  /** Model or rule that a row describes. */
  private record ModelSubject(String name, double customers, boolean chosen, Double correlation) {}

  private Row row(ModelSubject subject, Optional<FitResult> result, String doubt) {
    Optional<ParameterEstimate> estimate =
        result.filter(ParameterEstimate.class::isInstance).map(ParameterEstimate.class::cast);
    String reason =
        result.filter(FailedFit.class::isInstance).map(r -> ((FailedFit) r).reason()).orElse(doubt);
    List<Object> cells = new ArrayList<>();
    cells.addAll(
        Arrays.asList(
            date,
            subject.name(),
            estimate.map(ParameterEstimate::parameters).orElse(null),
            estimate.map(ParameterEstimate::standardErrors).orElse(null),
            estimate.map(ParameterEstimate::logLikelihood).orElse(null),
            Math.round(subject.customers()),
            estimate.isPresent(),
            subject.chosen(),
            reason));
    addVerdict(cells, subject.name());
    cells.add(subject.correlation());
    addConvergence(cells, estimate.map(ParameterEstimate::convergence));
    return RowFactory.create(cells.toArray());
  }

  private void addVerdict(List<Object> cells, String name) {
    ModelScore verdict = contest.verdicts().get(name);
    if (verdict == null) {
      cells.addAll(Collections.nCopies(7, null));
      return;
    }
    cells.addAll(
        Arrays.asList(
            contest.cut().map(cut -> Date.valueOf(cut.from())).orElse(null),
            ValueRows.nullable(verdict.judgement().error()),
            ValueRows.nullable(verdict.logScore()),
            ValueRows.nullable(verdict.judgement().bias()),
            ValueRows.nullable(verdict.judgement().rankCorrelation()),
            ValueRows.nullable(verdict.judgement().topTenth()),
            contest.bestAt(name).map(best -> best.toArray(String[]::new)).orElse(null)));
  }

  private static void addConvergence(List<Object> cells, Optional<FitConvergence> convergence) {
    cells.addAll(
        Arrays.asList(
            convergence.map(c -> (long) c.starts()).orElse(null),
            convergence.map(c -> (long) c.iterations()).orElse(null),
            convergence.map(c -> (long) c.evaluations()).orElse(null),
            convergence.map(FitConvergence::gradientNorm).orElse(null)));
  }
}
