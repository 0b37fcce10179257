package dev.dangol.value.model;

/** Forecasts of BG/NBD, MBG/NBD and (M)BG/CNBD-k. */
final class BetaGeometricForecast implements Forecast {
  /** Around the places where a formula divides zero by zero. */
  private static final double NEAR = 1e-5;

  private final BetaGeometric model;
  private final double r;
  private final double alpha;
  private final double a;
  private final double b;
  private final BetaGeometricTerms terms;

  BetaGeometricForecast(BetaGeometric model, double[] parameters) {
    this.model = model;
    this.terms = new BetaGeometricTerms(model, parameters);
    r = parameters[0];
    alpha = parameters[1];
    a = parameters[2];
    b = parameters[3];
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
    if (weeks <= 0) {
      return 0;
    }
    Buyer buyer =
        new Buyer(
            r + model.stages() * h.frequency(),
            alpha + h.age(),
            b + h.frequency() + model.mayStopAtOnce());
    double expected =
        model.stages() == 1
            ? expected(buyer, weeks)
            : stagewise(buyer, h.age() - h.recency(), weeks);
    return alive(h) * expected;
  }

  @Override
  public double expectedOfNew(double weeks) {
    return weeks <= 0 ? 0 : expected(new History(0, 0, 0), weeks);
  }

  /**
   * Somebody who has not stopped.
   *
   * @param shape of the gamma distribution of the rate, by what is known so far
   * @param rate of the same
   * @param survived second parameter of the beta distribution of stopping after a purchase
   */
  private record Buyer(double shape, double rate, double survived) {}

  /** Fader, Hardie and Lee's closed form; at its removable poles, between their two sides. */
  private double expected(Buyer buyer, double weeks) {
    for (double pole : new double[] {1, 1 - buyer.survived}) {
      if (Math.abs(a - pole) < NEAR) {
        double weight = (a - pole + NEAR) / (2 * NEAR);
        return weight * closedForm(pole + NEAR, buyer, weeks)
            + (1 - weight) * closedForm(pole - NEAR, buyer, weeks);
      }
    }
    return closedForm(a, buyer, weeks);
  }

  private static double closedForm(double a, Buyer buyer, double weeks) {
    double z = weeks / (buyer.rate + weeks);
    double all = a + buyer.survived - 1;
    double silence = new Hypergeometric(buyer.shape, buyer.survived, all).at(z, buyer.shape);
    return all / (a - 1) * (1 - silence);
  }

  /**
   * Exact for regular buyers: over the stages that may have passed already, the sum over purchases
   * of the probability that enough further stages pass, times that of not having stopped before.
   */
  private double stagewise(Buyer buyer, double silence, double weeks) {
    double weight = 1;
    double weights = 0;
    double total = 0;
    for (int passed = 0; passed < model.stages(); passed++) {
      weights += weight;
      total += weight * purchases(buyer, passed, weeks);
      weight *= (buyer.shape + passed) * silence / (buyer.rate * (passed + 1));
    }
    return total / weights;
  }

  private double purchases(Buyer buyer, int passed, double weeks) {
    NegativeBinomial stages =
        new NegativeBinomial(buyer.shape + passed, weeks / (buyer.rate + weeks));
    double going = 1;
    double total = 0;
    for (int purchase = 1; ; purchase++) {
      double enough = stages.atLeast(purchase * model.stages() - passed);
      total += enough * going;
      if (enough * going < 1e-13 || purchase > 1_000_000) {
        return total;
      }
      going *= (buyer.survived + purchase - 1) / (a + buyer.survived + purchase - 1);
    }
  }
}
