package dev.dangol.job.value;

import dev.dangol.config.ModelTrialSettings;
import dev.dangol.config.ValueSettings;
import dev.dangol.features.purchases.PurchaseDays;
import dev.dangol.job.Job;
import dev.dangol.job.JobContext;
import dev.dangol.job.NotMeasuredRows;
import dev.dangol.store.Lake;
import dev.dangol.store.ScratchTables;
import dev.dangol.table.DayColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.results.SurvivalColumns;
import dev.dangol.table.results.ValueColumns;
import dev.dangol.table.results.ValueModelColumns;
import dev.dangol.table.results.WhatIfColumns;
import dev.dangol.table.sources.Sources;
import dev.dangol.value.CalibrationSplit;
import dev.dangol.value.CustomerBase;
import dev.dangol.value.CustomerValue;
import dev.dangol.value.FittedModels;
import dev.dangol.value.ModelComparison;
import dev.dangol.value.ModelComparisonRun;
import dev.dangol.value.ModelFitting;
import dev.dangol.value.ModelResults;
import dev.dangol.value.SalesComparisonRun;
import dev.dangol.value.SalesContest;
import dev.dangol.value.SurvivalCurves;
import dev.dangol.value.ValueRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Predicts each customer's purchases and lifetime value. Models are compared on a holdout period
 * that they have not seen; the best of them is fitted to all days and scores the customers.
 */
public final class ValueJob implements Job {
  private static final String NAME = "value";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<String> after() {
    return Optional.of("features");
  }

  @Override
  public void run(JobContext day) {
    try (ScratchTables scratch = day.lake().scratch()) {
      Dataset<Row> features = scratch.apply(CustomerBase.customers(day.features()));
      Dataset<Row> days = scratch.apply(purchaseDays(day));
      ModelResults results = compareAndFit(day, features, days, scratch);
      ValueSettings settings = results.settings();
      write(day, features, days, results);
      replaceDay(
          day,
          SurvivalColumns.TABLE,
          new ValueRows(day.asOf())
              .survival(
                  SurvivalCurves.of(knownDays(days), day.asOf(), settings.trial().inactiveDays())));
    }
  }

  /**
   * Fits the models and compares them on the holdout period, with the limits that stand for some;
   * nothing is written.
   *
   * @param days as {@link #salesDays} gives them, up to the day
   */
  public static ModelResults compareAndFit(
      JobContext day, Dataset<Row> features, Dataset<Row> days, ScratchTables scratch) {
    ValueSettings settings = settings(day, features);
    ModelTrialSettings trial = settings.trial();
    Optional<String> bound =
        CustomerBase.contractual(features, trial.maxCalendarShare(), settings.minRepeatBuyers());
    if (bound.isPresent()) {
      List<String> models = settings.models();
      return new ModelResults(
          settings,
          ModelComparison.none(models, bound.get()),
          FittedModels.none(models, bound.get()),
          settings.learned().isPresent()
              ? SalesContest.refused(bound.get())
              : SalesContest.notAsked());
    }
    Optional<CalibrationSplit> cut =
        CalibrationSplit.before(day.asOf(), CustomerBase.oldestAge(features), trial.holdoutDays());
    FittedModels fitted = new ModelFitting(settings).everything(features);
    ModelComparisonRun run = new ModelComparisonRun(settings.fitting(fitted.models()), scratch);
    ModelComparison contest = run.of(knownDays(days), cut);
    FittedModels chosen = fitted.choosing(contest);
    SalesContest sales = new SalesComparisonRun(settings, chosen).of(days, cut, run.forecasts());
    return new ModelResults(settings, contest, chosen, sales);
  }

  private static void write(
      JobContext day, Dataset<Row> features, Dataset<Row> days, ModelResults results) {
    Lake lake = day.lake();
    ValueRows rows = new ValueRows(day.asOf());
    replaceDay(day, ValueModelColumns.TABLE, rows.models(results));
    replaceDay(day, ValueModelColumns.CALIBRATION, rows.calibration(results));
    replaceDay(day, ValueModelColumns.TRACKING, rows.tracking(results.contest()));
    lake.replaceDay(
        ValueColumns.customerValue(results.settings().horizons()),
        CustomerValue.of(features, days, day.asOf(), results),
        day.asOf());
    ModelFitting fit = new ModelFitting(results.settings());
    replaceDay(
        day,
        WhatIfColumns.TABLE,
        rows.whatIf(fit.whatIf(features, results.fitted()), results.settings()));
    Map<String, String> reasons = ValueNotMeasured.of(results);
    reasons.putAll(GroupModelTables.renew(day, results));
    NotMeasuredRows.replace(day, NAME, reasons);
  }

  private static void replaceDay(JobContext day, Table table, List<Row> rows) {
    day.lake().replaceDay(table, day.lake().of(table, rows), day.asOf());
  }

  private static Dataset<Row> purchaseDays(JobContext day) {
    Dataset<Row> purchases = day.lake().read(Sources.PURCHASES.clean());
    return salesDays(PurchaseDays.of(purchases, day.asOf(), OptionalDouble.empty()));
  }

  /** One row per customer and day with orders or refunds, with the net sales of the day. */
  public static Dataset<Row> salesDays(Dataset<Row> days) {
    return days.select(
        SharedColumns.CUSTOMER_ID.col(),
        SurvivalColumns.SEEN_ON.is(DayColumns.COUNTED_ON.col()),
        DayColumns.ORDERS.col(),
        DayColumns.NET.col());
  }

  /** One row per customer and day on which they bought. */
  private static Dataset<Row> knownDays(Dataset<Row> days) {
    return days.where(DayColumns.ORDERS.col().gt(0))
        .select(SharedColumns.CUSTOMER_ID.col(), SurvivalColumns.SEEN_ON.col());
  }

  /** Settings whose margin, where lines carry costs, is the share of net sales left after them. */
  private static ValueSettings settings(JobContext day, Dataset<Row> features) {
    ValueSettings configured = day.settings().value();
    boolean costed =
        day.settings()
            .sources()
            .get(Sources.PURCHASES.name())
            .maps(SharedColumns.COST_AMOUNT.name());
    OptionalDouble found = costed ? CustomerBase.margin(features) : OptionalDouble.empty();
    return found.isPresent() ? configured.earning(found) : configured;
  }
}
