package dev.dangol.value.model;

/** Forecasts of Pareto/NBD. */
final class ParetoForecast extends CachedForecast {
  private final double r;
  private final double alpha;
  private final double s;
  private final double beta;
  private final DropoutIntegral purchase;

  ParetoForecast(double[] parameters) {
    super(new ParetoTerms(parameters));
    r = parameters[0];
    alpha = parameters[1];
    s = parameters[2];
    beta = parameters[3];
    purchase = new DropoutIntegral(alpha, beta);
  }

  /** The integral of {@link #paceIfHere}, with nothing subtracted that could cost digits. */
  @Override
  public double chanceIfHere(PurchaseHistory h, double weeks) {
    double shape = r + h.frequency();
    purchase.between(h.age(), h.age() + weeks, shape + 1, s);
    return Math.min(1, shape * Math.exp(purchase.logIntegral() + logNow(h)));
  }

  /** The customer has neither bought nor stopped by then, and buys. */
  @Override
  public double paceIfHere(PurchaseHistory h, double weeks) {
    double shape = r + h.frequency();
    double later = alpha + h.age() + weeks;
    double there = shape * Math.log(later) + s * Math.log(beta + h.age() + weeks);
    return shape / later * Math.exp(logNow(h) - there);
  }

  private double logNow(PurchaseHistory h) {
    return (r + h.frequency()) * Math.log(alpha + h.age()) + s * Math.log(beta + h.age());
  }

  @Override
  public double expectedPurchases(PurchaseHistory h, double weeks) {
    double rate = (r + h.frequency()) / (alpha + h.age());
    return alive(h) * rate * weeksAlive(beta + h.age(), weeks);
  }

  @Override
  public double expectedOfNew(double weeks) {
    return r / alpha * weeksAlive(beta, weeks);
  }

  /** Of the weeks ahead, those in which a customer who has not stopped yet is still there. */
  private double weeksAlive(double base, double weeks) {
    double log = Math.log1p(Math.max(0, weeks) / base);
    double exponent = (s - 1) * log;
    return base * (Math.abs(exponent) < 1e-12 ? log : -Math.expm1(-exponent) / (s - 1));
  }
}
