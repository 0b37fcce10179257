package dev.dangol.value.model;

/** Remembers whether the customer of the last history is still there: several questions need it. */
abstract class CachedForecast implements PurchaseForecast {
  private final LikelihoodTerms terms;
  private PurchaseHistory last;
  private double alive;

  CachedForecast(LikelihoodTerms terms) {
    this.terms = terms;
  }

  @Override
  public final double logLikelihood(PurchaseHistory h) {
    return terms.logLikelihood(h.frequency(), h.recency(), h.age());
  }

  @Override
  public final double alive(PurchaseHistory h) {
    if (!h.equals(last)) {
      logLikelihood(h);
      alive = terms.alive();
      last = h;
    }
    return alive;
  }
}
