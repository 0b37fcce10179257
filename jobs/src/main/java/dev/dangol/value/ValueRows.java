package dev.dangol.value;

import dev.dangol.config.ValueSettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.SurvivalColumns;
import dev.dangol.table.results.ValueModelColumns;
import dev.dangol.table.results.WhatIfColumns;
import dev.dangol.value.fitting.ConfidenceInterval;
import dev.dangol.value.learned.SalesScore;
import dev.dangol.value.model.ForecastAccuracy;
import dev.dangol.value.model.KaplanMeier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;

/**
 * Rows of the small tables on models, which are made in memory.
 *
 * @param asOf the day that they describe
 */
public record ValueRows(AsOf asOf) {
  /** Parts of one that shares of the what-if are rounded to. */
  private static final double SHARE_PARTS = 1e9;

  /** Rows of {@code value_models}. */
  public List<Row> models(ModelResults results) {
    return new ModelRows(asOf, results).all();
  }

  /** Rows of {@code value_calibration}. */
  public List<Row> calibration(ModelResults results) {
    List<Row> rows = new ArrayList<>();
    results
        .contest()
        .verdicts()
        .forEach(
            (name, verdict) ->
                verdict.judgement().buckets().forEach(bucket -> rows.add(row(name, bucket))));
    for (String name : SalesContest.CANDIDATES) {
      SalesScore score = results.sales().scores().get(name);
      if (score != null) {
        score.accuracy().buckets().forEach(bucket -> rows.add(row(name, bucket)));
      }
    }
    return rows;
  }

  private Row row(String model, ForecastAccuracy.CalibrationBucket bucket) {
    return RowWriter.of(ValueModelColumns.CALIBRATION)
        .set(SharedColumns.AS_OF, asOf)
        .set(ValueModelColumns.MODEL, model)
        .set(ValueModelColumns.BUCKET, (long) bucket.number())
        .set(ValueModelColumns.PREDICTED, bucket.predicted())
        .set(ValueModelColumns.OBSERVED, bucket.observed())
        .set(ValueModelColumns.CUSTOMERS, Math.round(bucket.customers()))
        .row();
  }

  /** Rows of {@code value_tracking}. */
  public List<Row> tracking(ModelComparison contest) {
    List<Row> rows = new ArrayList<>();
    contest
        .cut()
        .ifPresent(
            cut ->
                contest
                    .weeks()
                    .forEach(
                        (name, weeks) ->
                            weeks.forEach(week -> rows.add(row(name, week, cut.from())))));
    return rows;
  }

  private Row row(String model, ModelComparison.WeeklyRepeats week, LocalDate from) {
    return RowWriter.of(ValueModelColumns.TRACKING)
        .set(SharedColumns.AS_OF, asOf)
        .set(ValueModelColumns.MODEL, model)
        .set(ValueModelColumns.WEEK, week.number())
        .set(ValueModelColumns.WEEK_TO, from.plusDays(7 * week.number()))
        .set(ValueModelColumns.PREDICTED, week.predicted())
        .set(ValueModelColumns.OBSERVED, week.observed())
        .row();
  }

  /**
   * Rows of {@code retention_whatif}: one for every number of points, whether it could be answered
   * or not.
   */
  public List<Row> whatIf(List<RetentionWhatIf.WhatIfAnswer> answers, ValueSettings settings) {
    Optional<String> benchmark =
        settings
            .trial()
            .retentionBenchmark()
            .map(
                b ->
                    percent(b.from())
                        + " to "
                        + percent(b.to())
                        + " more profit, says "
                        + b.source()
                        + ".");
    List<Row> rows = new ArrayList<>();
    for (int points = 1; points <= WhatIfColumns.MOST_POINTS; points++) {
      RowWriter row =
          RowWriter.of(WhatIfColumns.TABLE)
              .set(SharedColumns.AS_OF, asOf)
              .set(WhatIfColumns.POINTS, (double) points)
              .set(WhatIfColumns.BENCHMARK, benchmark);
      if (answers.isEmpty()) {
        setUnanswered(row);
      } else {
        setAnswer(row, answers.get(points - 1), settings.margin());
      }
      rows.add(row.row());
    }
    return rows;
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  private static void setUnanswered(RowWriter row) {
    row.setNull(
        WhatIfColumns.RETENTION,
        WhatIfColumns.VALUE_CHANGE,
        WhatIfColumns.LOW,
        WhatIfColumns.HIGH,
        WhatIfColumns.CHANGE_SHARE,
        WhatIfColumns.SHARE_LOW,
        WhatIfColumns.SHARE_HIGH);
  }

  private static void setAnswer(
      RowWriter row, RetentionWhatIf.WhatIfAnswer answer, OptionalDouble margin) {
    ConfidenceInterval sales = answer.sales();
    ConfidenceInterval share = answer.share();
    row.set(WhatIfColumns.RETENTION, RowReader.finite(answer.retention()))
        .set(WhatIfColumns.VALUE_CHANGE, money(sales.value(), margin))
        .set(WhatIfColumns.LOW, money(sales.low(), margin))
        .set(WhatIfColumns.HIGH, money(sales.high(), margin))
        .set(WhatIfColumns.CHANGE_SHARE, rounded(share.value()))
        .set(WhatIfColumns.SHARE_LOW, rounded(share.low()))
        .set(WhatIfColumns.SHARE_HIGH, rounded(share.high()));
  }

  /** A share without the digits in which sums of doubles differ with the parts they come from. */
  private static OptionalDouble rounded(double share) {
    return RowReader.finite(Math.rint(share * SHARE_PARTS) / SHARE_PARTS);
  }

  private static Optional<BigDecimal> money(double sales, OptionalDouble margin) {
    return margin.isPresent() && Double.isFinite(sales)
        ? Optional.of(
            BigDecimal.valueOf(sales * margin.getAsDouble()).setScale(4, RoundingMode.HALF_UP))
        : Optional.empty();
  }

  /** Rows of {@code survival}. */
  public List<Row> survival(Map<String, List<KaplanMeier.SurvivalStep>> cohorts) {
    List<Row> rows = new ArrayList<>();
    cohorts.forEach((acquired, steps) -> steps.forEach(step -> rows.add(row(acquired, step))));
    return rows;
  }

  private Row row(String acquired, KaplanMeier.SurvivalStep step) {
    return RowWriter.of(SurvivalColumns.TABLE)
        .set(SharedColumns.AS_OF, asOf)
        .set(SurvivalColumns.ACQUIRED, acquired)
        .set(SurvivalColumns.DAYS, step.days())
        .set(SurvivalColumns.AT_RISK, Math.round(step.atRisk()))
        .set(SurvivalColumns.GONE, Math.round(step.gone()))
        .set(SurvivalColumns.SURVIVAL, step.survival())
        .set(SurvivalColumns.LOW, step.low())
        .set(SurvivalColumns.HIGH, step.high())
        .row();
  }
}
