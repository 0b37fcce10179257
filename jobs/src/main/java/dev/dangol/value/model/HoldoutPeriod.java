package dev.dangol.value.model;

import dev.dangol.value.model.HoldoutOutcomes.HoldoutOutcome;

/**
 * Holdout period that models have not seen, and the customers who were known when it began.
 *
 * @param before their histories when it began
 * @param after the histories of the same customers when it ended
 * @param outcomes their purchases in it
 * @param weeks how long it is
 */
public record HoldoutPeriod(
    HistoryCounts before, HistoryCounts after, HoldoutOutcomes outcomes, double weeks) {
  /** A model that calls impossible what happens once loses much, but not everything. */
  private static final double LEAST = 1e-12;

  /** Forecast accuracy on the period of a model that was fitted to the time before. */
  public ForecastAccuracy judgement(PurchaseModel model, double[] parameters) {
    PurchaseForecast forecast = model.forecast(parameters);
    return ForecastAccuracy.of(outcomes, history -> forecast.expectedPurchases(history, weeks));
  }

  /**
   * The log-likelihood of what customers did in the period, given what they had done before. Of
   * regular models it lacks what depends on the single gaps, unless both counts give their sum.
   */
  public double logLikelihood(PurchaseModel model, double[] parameters) {
    return model.logLikelihood(after, parameters) - model.logLikelihood(before, parameters);
  }

  /**
   * The log score of a model on who buys at all in the period: the mean over customers of the
   * logarithm of the probability that it gave to what happened, 0 at best. Fair between all models,
   * and no better for expecting too little, as the mean absolute error is. NaN without customers.
   */
  public double logScore(PurchaseModel model, double[] parameters) {
    PurchaseForecast forecast = model.forecast(parameters);
    double score = 0;
    double customers = 0;
    for (HoldoutOutcome outcome : outcomes.all()) {
      double bought = forecast.chanceOfPurchase(outcome.before(), weeks);
      double happened = outcome.later() > 0 ? bought : 1 - bought;
      score += outcome.customers() * Math.log(Math.max(happened, LEAST));
      customers += outcome.customers();
    }
    return score / customers;
  }
}
