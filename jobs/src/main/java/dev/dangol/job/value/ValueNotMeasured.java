package dev.dangol.job.value;

import dev.dangol.table.results.ValueColumns;
import dev.dangol.table.results.ValueModelColumns;
import dev.dangol.table.results.WhatIfColumns;
import dev.dangol.value.FittedModels;
import dev.dangol.value.ModelResults;
import dev.dangol.value.SalesContest;
import dev.dangol.value.fitting.FailedFit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reasons why measures of lifetime value could not be computed or are unreliable. */
final class ValueNotMeasured {
  private static final String CUSTOMERS = "customer_value";

  private static final String ORDER_VALUE =
      CUSTOMERS + "." + ValueColumns.EXPECTED_ORDER_VALUE.name();
  private static final String CLV = CUSTOMERS + "." + ValueColumns.CLV.name();
  private static final String SALES = CUSTOMERS + "." + ValueColumns.EXPECTED_NET_SALES.name();
  private static final String ALIVE = CUSTOMERS + "." + ValueColumns.P_ALIVE.name();
  private static final String GAIN = WhatIfColumns.TABLE.name();

  /** The measures that need the value of an order. */
  private static final List<String> WORTH = List.of(ORDER_VALUE, CLV, SALES, GAIN);

  private ValueNotMeasured() {}

  /** The reason by measure, to which others may be added. */
  static Map<String, String> of(ModelResults results) {
    Map<String, String> reasons = new TreeMap<>();
    FittedModels fitted = results.fitted();
    fitted
        .purchases()
        .forEach(
            (name, result) -> {
              if (result instanceof FailedFit none) {
                reasons.put(ValueModelColumns.TABLE.name() + "." + name, none.reason());
              }
            });
    results
        .sales()
        .refused()
        .ifPresent(
            reason ->
                reasons.put(ValueModelColumns.TABLE.name() + "." + SalesContest.LEARNED, reason));
    fitted.withoutChurn().ifPresent(reason -> reasons.put(ALIVE, reason));
    addWorth(reasons, results);
    fitted
        .nothing()
        .map(reason -> "No model of purchases could be fitted: " + reason)
        .ifPresent(reason -> put(reasons, List.of(CUSTOMERS, GAIN), reason));
    return reasons;
  }

  private static void addWorth(Map<String, String> reasons, ModelResults results) {
    results
        .notIndependent()
        .map(doubt -> "Measured, but not to be relied on: " + doubt)
        .ifPresent(
            reason ->
                put(
                    reasons,
                    results.sales().chosen().isPresent() ? List.of(ORDER_VALUE, GAIN) : WORTH,
                    reason));
    if (results.settings().margin().isEmpty()) {
      String reason =
          "The margin is not known: set value.margin, or map cost_amount of the source purchases.";
      reasons.put(CLV, reason);
      reasons.put(GAIN + "." + WhatIfColumns.VALUE_CHANGE.name(), reason);
    }
    results
        .fitted()
        .spend()
        .nothing()
        .map(reason -> "Spend could not be modelled: " + reason)
        .ifPresent(reason -> put(reasons, WORTH, reason));
  }

  private static void put(Map<String, String> reasons, List<String> measures, String reason) {
    measures.forEach(measure -> reasons.put(measure, reason));
  }
}
