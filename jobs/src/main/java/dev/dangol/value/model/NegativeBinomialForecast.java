package dev.dangol.value.model;

/** Forecasts of the NBD: customers go on buying, at the rate that their history makes likely. */
final class NegativeBinomialForecast extends StagewiseForecast {
  NegativeBinomialForecast(NegativeBinomial model, double[] parameters) {
    super(new NegativeBinomialTerms(model, parameters), model, parameters);
  }

  @Override
  public double expectedPurchases(PurchaseHistory h, double weeks) {
    if (weeks <= 0) {
      return 0;
    }
    return stages == 1
        ? shape(h) / rate(h) * weeks
        : stagewise(h, new RegularPurchases(stages, 0, 1), weeks);
  }

  @Override
  public double expectedOfNew(double weeks) {
    return expectedPurchases(new PurchaseHistory(0, 0, 0), weeks);
  }
}
