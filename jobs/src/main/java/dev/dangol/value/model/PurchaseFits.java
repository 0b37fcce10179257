package dev.dangol.value.model;

import dev.dangol.value.fitting.FitResult;
import dev.dangol.value.fitting.FitRules;
import java.util.HashMap;
import java.util.Map;

/**
 * Fits of models of purchases to the same customers. Models share their limits, and each model is
 * fitted once, however many ask for it.
 */
public final class PurchaseFits {
  private final HistoryCounts customers;
  private final FitRules rules;
  private final Map<PurchaseModel, FitResult> fits = new HashMap<>();

  /** Starts without fits. */
  public PurchaseFits(HistoryCounts customers, FitRules rules) {
    this.customers = customers;
    this.rules = rules;
  }

  /** The fit of a model; never fails with an exception, but says why there are no parameters. */
  public FitResult of(PurchaseModel model) {
    FitResult known = fits.get(model);
    if (known == null) {
      known = model.fit(this);
      fits.put(model, known);
    }
    return known;
  }

  HistoryCounts customers() {
    return customers;
  }

  FitRules rules() {
    return rules;
  }
}
