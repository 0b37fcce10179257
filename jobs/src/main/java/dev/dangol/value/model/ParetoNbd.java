package dev.dangol.value.model;

import dev.dangol.value.fitting.LogLikelihood;
import java.util.List;

/**
 * Pareto/NBD model: customers buy at their own rate and stop for good at their own time. See
 * Schmittlein, Morrison &amp; Colombo 1987; the likelihood is that of Fader &amp; Hardie 2005.
 * Rates of buying are gamma distributed with shape r and rate alpha, rates of stopping with shape s
 * and rate beta.
 */
public record ParetoNbd() implements PurchaseModel {
  @Override
  public String name() {
    return "pareto-nbd";
  }

  @Override
  public List<String> names() {
    return List.of("r", "alpha", "s", "beta");
  }

  @Override
  public List<PurchaseModel> limits() {
    return List.of(
        new NegativeBinomial(1),
        new AlikeCustomers(this, AlikeCustomers.Likeness.LIFETIMES),
        new AlikeCustomers(this, AlikeCustomers.Likeness.RATES));
  }

  @Override
  public LogLikelihood likelihood(HistoryCounts customers) {
    return LikelihoodTerms.likelihood(this, customers, ParetoTerms::new);
  }

  @Override
  public List<double[]> starts(HistoryCounts customers) {
    double rate = customers.repeatPurchases() / customers.weeks();
    double span = customers.weeks() / customers.customers();
    return List.of(
        new double[] {0.5, 0.4 / rate, 0.5, span / 2},
        new double[] {1, 0.5 / rate, 1, span},
        new double[] {2, 1.5 / rate, 0.5, span},
        new double[] {0.3, 0.3 / rate, 2, 3 * span});
  }

  @Override
  public PurchaseForecast forecast(double[] parameters) {
    return new ParetoForecast(parameters);
  }
}
