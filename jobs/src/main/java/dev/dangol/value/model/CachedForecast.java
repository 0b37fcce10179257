package dev.dangol.value.model;

/**
 * A forecast that remembers the probability of being alive for the last history: several questions
 * need it.
 */
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
