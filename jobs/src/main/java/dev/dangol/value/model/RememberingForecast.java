package dev.dangol.value.model;

/** Remembers whether the customer of the last history is still there: several questions need it. */
abstract class RememberingForecast implements Forecast {
  private final Terms terms;
  private History last;
  private double alive;

  RememberingForecast(Terms terms) {
    this.terms = terms;
  }

  @Override
  public final double logLikelihood(History h) {
    return terms.logLikelihood(h.frequency(), h.recency(), h.age());
  }

  @Override
  public final double alive(History h) {
    if (!h.equals(last)) {
      logLikelihood(h);
      alive = terms.alive();
      last = h;
    }
    return alive;
  }
}
