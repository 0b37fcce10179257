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
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
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
import dev.dangol.value.SurvivalCurves;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Says what each customer will do and is worth: models are tried out on a span of days that they
 * have not seen, and the best of them, fitted to everything, tells.
 */
public final class ValueJob implements Job {
  @Override
  public String name() {
    return "value";
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
      ModelResults told = compareAndFit(day, features, days, scratch);
      ValueSettings settings = told.settings();
      write(day, features, told, new ModelFitting(settings));
      day.lake()
          .replaceDay(
              SurvivalColumns.TABLE,
              new ValueRows(day)
                  .survival(SurvivalCurves.of(days, day.asOf(), settings.trial().inactiveDays())),
              day.asOf());
    }
  }

  /** What was found out about the models. */
  public record ModelResults(ValueSettings settings, ModelComparison contest, FittedModels fitted) {
    /** Why no model is fitted to anybody; empty where models were tried. */
    Optional<String> refused() {
      return fitted.customers() > 0 ? Optional.empty() : fitted.nothing();
    }
  }

  /** Tries the models out and fits them; nothing is written. */
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
          FittedModels.none(models, bound.get()));
    }
    Optional<CalibrationSplit> cut =
        CalibrationSplit.before(day.asOf(), CustomerBase.oldestAge(features), trial.holdoutDays());
    ModelComparison contest = new ModelComparisonRun(settings, scratch).of(days, cut);
    return new ModelResults(
        settings, contest, new ModelFitting(settings).everything(features, contest));
  }

  private static void write(
      JobContext day, Dataset<Row> features, ModelResults told, ModelFitting fit) {
    Lake lake = day.lake();
    ValueRows rows = new ValueRows(day);
    lake.replaceDay(ValueModelColumns.TABLE, rows.models(told), day.asOf());
    lake.replaceDay(ValueModelColumns.CALIBRATION, rows.calibration(told.contest()), day.asOf());
    lake.replaceDay(ValueModelColumns.TRACKING, rows.tracking(told.contest()), day.asOf());
    lake.replaceDay(
        ValueColumns.customerValue(told.settings().horizons()),
        customers(day, features, told),
        day.asOf());
    lake.replaceDay(
        WhatIfColumns.TABLE,
        rows.whatIf(fit.whatIf(features, told.fitted()), told.settings()),
        day.asOf());
    Map<String, String> reasons = ValueNotMeasured.of(told);
    reasons.putAll(GroupModelTables.renew(day, told));
    lake.replaceDay(
        RunColumns.NOT_MEASURED,
        NotMeasuredRows.replacing(day, ValueNotMeasured.TABLES, reasons),
        day.asOf());
  }

  public static Dataset<Row> customers(JobContext day, Dataset<Row> features, ModelResults told) {
    return told.fitted()
        .scoring()
        .map(scoring -> CustomerValue.of(features, day.asOf(), scoring, told.settings()))
        .orElseGet(() -> CustomerValue.unknown(features, day.asOf(), told.settings()));
  }

  /** One row per customer and day on which he bought. */
  private static Dataset<Row> purchaseDays(JobContext day) {
    Dataset<Row> purchases = day.lake().read(Sources.PURCHASES.clean());
    return knownDays(PurchaseDays.of(purchases, day.asOf(), OptionalDouble.empty()));
  }

  /** The same of what customers bought on each day. */
  public static Dataset<Row> knownDays(Dataset<Row> days) {
    return days.where(DayColumns.ORDERS.col().gt(0))
        .select(
            SharedColumns.CUSTOMER_ID.col(),
            SurvivalColumns.SEEN_ON.is(DayColumns.COUNTED_ON.col()));
  }

  /** Where lines carry costs, the margin is the share of all net sales that they leave. */
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
