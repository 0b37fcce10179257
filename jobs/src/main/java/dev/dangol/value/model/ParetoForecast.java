package dev.dangol.value.model;

/** Forecasts of Pareto/NBD. */
final class ParetoForecast implements Forecast {
  private final double r;
  private final double alpha;
  private final double s;
  private final double beta;
  private final ParetoTerms terms;

  ParetoForecast(double[] parameters) {
    r = parameters[0];
    alpha = parameters[1];
    s = parameters[2];
    beta = parameters[3];
    terms = new ParetoTerms(parameters);
  }

  @Override
  public double logLikelihood(History h) {
    return terms.logLikelihood(h.frequency(), h.recency(), h.age());
  }

  @Override
  public double alive(History h) {
    terms.logLikelihood(h.frequency(), h.recency(), h.age());
    return terms.alive();
  }

  @Override
  public double expected(History h, double weeks) {
    double rate = (r + h.frequency()) / (alpha + h.age());
    return alive(h) * rate * weeksAlive(beta + h.age(), weeks);
  }

  @Override
  public double expectedOfNew(double weeks) {
    return r / alpha * weeksAlive(beta, weeks);
  }

  /** Of the weeks ahead, those in which somebody is still there who has not stopped yet. */
  private double weeksAlive(double base, double weeks) {
    double log = Math.log1p(Math.max(0, weeks) / base);
    double exponent = (s - 1) * log;
    return base * (Math.abs(exponent) < 1e-12 ? log : -Math.expm1(-exponent) / (s - 1));
  }
}
