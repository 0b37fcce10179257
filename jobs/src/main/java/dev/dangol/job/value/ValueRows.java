package dev.dangol.job.value;

import dev.dangol.config.ValueSettings;
import dev.dangol.job.JobContext;
import dev.dangol.table.results.SurvivalColumns;
import dev.dangol.table.results.ValueModelColumns;
import dev.dangol.table.results.WhatIfColumns;
import dev.dangol.value.ModelComparison;
import dev.dangol.value.RetentionWhatIf;
import dev.dangol.value.fitting.ConfidenceInterval;
import dev.dangol.value.model.KaplanMeier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows of the small tables on models, which are made in memory. */
final class ValueRows {
  private final JobContext day;
  private final Date date;

  ValueRows(JobContext day) {
    this.day = day;
    this.date = day.asOf().sqlDate();
  }

  Dataset<Row> models(ValueJob.ModelResults told) {
    return day.lake().of(ValueModelColumns.TABLE, new ModelRows(date, told).all());
  }

  Dataset<Row> calibration(ModelComparison contest) {
    List<Row> rows = new ArrayList<>();
    contest
        .verdicts()
        .forEach(
            (name, verdict) ->
                verdict
                    .judgement()
                    .buckets()
                    .forEach(
                        b ->
                            rows.add(
                                RowFactory.create(
                                    date,
                                    name,
                                    (long) b.number(),
                                    b.predicted(),
                                    b.observed(),
                                    Math.round(b.customers())))));
    return day.lake().of(ValueModelColumns.CALIBRATION, rows);
  }

  Dataset<Row> tracking(ModelComparison contest) {
    List<Row> rows = new ArrayList<>();
    contest
        .cut()
        .ifPresent(
            cut ->
                contest
                    .weeks()
                    .forEach(
                        (name, weeks) -> {
                          for (ModelComparison.WeeklyRepeats week : weeks) {
                            Date last = Date.valueOf(cut.from().plusDays(7 * week.number()));
                            rows.add(
                                RowFactory.create(
                                    date,
                                    name,
                                    week.number(),
                                    last,
                                    week.predicted(),
                                    week.observed()));
                          }
                        }));
    return day.lake().of(ValueModelColumns.TRACKING, rows);
  }

  /** A row for every number of points, whether it could be answered or not. */
  Dataset<Row> whatIf(List<RetentionWhatIf.WhatIfAnswer> answers, ValueSettings settings) {
    String benchmark =
        settings
            .trial()
            .retentionBenchmark()
            .map(b -> b.from() + " to " + b.to() + " more profit, says " + b.source() + ".")
            .orElse(null);
    List<Row> rows = new ArrayList<>();
    for (int points = 1; points <= WhatIfColumns.MOST_POINTS; points++) {
      List<Object> cells = new ArrayList<>(List.of(date, (double) points));
      if (answers.isEmpty()) {
        cells.addAll(Collections.nCopies(7, null));
      } else {
        add(cells, answers.get(points - 1), settings.margin());
      }
      cells.add(benchmark);
      rows.add(RowFactory.create(cells.toArray()));
    }
    return day.lake().of(WhatIfColumns.TABLE, rows);
  }

  private static void add(
      List<Object> cells, RetentionWhatIf.WhatIfAnswer answer, OptionalDouble margin) {
    cells.add(nullable(answer.retention()));
    List<ToDoubleFunction<ConfidenceInterval>> parts =
        List.of(ConfidenceInterval::value, ConfidenceInterval::low, ConfidenceInterval::high);
    parts.forEach(part -> cells.add(money(part.applyAsDouble(answer.sales()), margin)));
    parts.forEach(part -> cells.add(nullable(part.applyAsDouble(answer.share()))));
  }

  private static BigDecimal money(double sales, OptionalDouble margin) {
    return margin.isPresent() && Double.isFinite(sales)
        ? BigDecimal.valueOf(sales * margin.getAsDouble()).setScale(4, RoundingMode.HALF_UP)
        : null;
  }

  Dataset<Row> survival(Map<String, List<KaplanMeier.SurvivalStep>> cohorts) {
    List<Row> rows = new ArrayList<>();
    cohorts.forEach(
        (name, steps) ->
            steps.forEach(
                step ->
                    rows.add(
                        RowFactory.create(
                            date,
                            name,
                            step.days(),
                            Math.round(step.atRisk()),
                            Math.round(step.gone()),
                            step.survival(),
                            step.low(),
                            step.high()))));
    return day.lake().of(SurvivalColumns.TABLE, rows);
  }

  /** Null for what could not be computed. */
  static Double nullable(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
