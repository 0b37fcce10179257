package dev.dangol.job;

import dev.dangol.config.TrialSettings;
import dev.dangol.config.ValueSettings;
import dev.dangol.features.PurchaseDays;
import dev.dangol.store.Lake;
import dev.dangol.store.Scratch;
import dev.dangol.table.Columns;
import dev.dangol.table.DayColumns;
import dev.dangol.table.RunColumns;
import dev.dangol.table.Sources;
import dev.dangol.table.SurvivalColumns;
import dev.dangol.table.ValueColumns;
import dev.dangol.table.ValueModelColumns;
import dev.dangol.table.WhatIfColumns;
import dev.dangol.value.BaseFit;
import dev.dangol.value.Contest;
import dev.dangol.value.CustomerValue;
import dev.dangol.value.Cut;
import dev.dangol.value.Fitted;
import dev.dangol.value.ModelComparisonRun;
import dev.dangol.value.SurvivalFit;
import dev.dangol.value.ValueFit;
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
  public String after() {
    return "features";
  }

  @Override
  public void run(Workday day) {
    try (Scratch scratch = day.lake().scratch()) {
      Dataset<Row> features = scratch.apply(BaseFit.customers(day.features()));
      Dataset<Row> days = scratch.apply(purchaseDays(day));
      Told told = told(day, features, days, scratch);
      ValueSettings settings = told.settings();
      write(day, features, told, new ValueFit(settings));
      day.lake()
          .replaceDay(
              SurvivalColumns.TABLE,
              new ValueRows(day)
                  .survival(SurvivalFit.of(days, day.asOf(), settings.trial().inactiveDays())),
              day.date());
    }
  }

  /** What was found out about the models. */
  record Told(ValueSettings settings, Contest contest, Fitted fitted) {
    /** Why no model is fitted to anybody; empty where models were tried. */
    Optional<String> refused() {
      return fitted.customers() > 0 ? Optional.empty() : fitted.nothing();
    }
  }

  /** Tries the models out and fits them; nothing is written. */
  static Told told(Workday day, Dataset<Row> features, Dataset<Row> days, Scratch scratch) {
    ValueSettings settings = settings(day, features);
    TrialSettings trial = settings.trial();
    Optional<String> bound =
        BaseFit.contractual(features, trial.maxCalendarShare(), settings.minRepeatBuyers());
    if (bound.isPresent()) {
      List<String> models = settings.models();
      return new Told(
          settings, Contest.none(models, bound.get()), Fitted.none(models, bound.get()));
    }
    Optional<Cut> cut = Cut.before(day.date(), BaseFit.oldestAge(features), trial.holdoutDays());
    Contest contest = new ModelComparisonRun(settings, scratch).of(days, cut);
    return new Told(settings, contest, new ValueFit(settings).everything(features, contest));
  }

  private static void write(Workday day, Dataset<Row> features, Told told, ValueFit fit) {
    Lake lake = day.lake();
    ValueRows rows = new ValueRows(day);
    lake.replaceDay(ValueModelColumns.TABLE, rows.models(told), day.date());
    lake.replaceDay(ValueModelColumns.CALIBRATION, rows.calibration(told.contest()), day.date());
    lake.replaceDay(ValueModelColumns.TRACKING, rows.tracking(told.contest()), day.date());
    lake.replaceDay(
        ValueColumns.customerValue(told.settings().horizons()),
        customers(day, features, told),
        day.date());
    lake.replaceDay(
        WhatIfColumns.TABLE,
        rows.whatIf(fit.whatIf(features, told.fitted()), told.settings()),
        day.date());
    Map<String, String> reasons = ValueReasons.of(told);
    reasons.putAll(GroupFindings.renew(day, told));
    lake.replaceDay(
        RunColumns.NOT_MEASURED,
        NotMeasuredRows.renewed(day, ValueReasons.TABLES, reasons),
        day.date());
  }

  static Dataset<Row> customers(Workday day, Dataset<Row> features, Told told) {
    return told.fitted()
        .scoring()
        .map(scoring -> CustomerValue.of(features, day.asOf(), scoring, told.settings()))
        .orElseGet(() -> CustomerValue.unknown(features, day.asOf(), told.settings()));
  }

  /** One row per customer and day on which he bought. */
  private static Dataset<Row> purchaseDays(Workday day) {
    Dataset<Row> purchases = day.lake().read(Sources.PURCHASES.clean());
    return seen(PurchaseDays.of(purchases, day.asOf(), OptionalDouble.empty()));
  }

  /** The same of what customers bought on each day. */
  static Dataset<Row> seen(Dataset<Row> days) {
    return days.where(DayColumns.ORDERS.col().gt(0))
        .select(Columns.CUSTOMER_ID.col(), SurvivalColumns.SEEN_ON.is(DayColumns.COUNTED_ON.col()));
  }

  /** Where lines carry costs, the margin is the share of all net sales that they leave. */
  private static ValueSettings settings(Workday day, Dataset<Row> features) {
    ValueSettings configured = day.settings().value();
    boolean costed =
        day.settings().sources().get(Sources.PURCHASES.name()).maps(Columns.COST_AMOUNT.name());
    OptionalDouble found = costed ? BaseFit.margin(features) : OptionalDouble.empty();
    return found.isPresent() ? configured.earning(found) : configured;
  }
}
