package dev.dangol.value.model;

/** Forecasts of BG/NBD, MBG/NBD and (M)BG/CNBD-k. */
final class BetaGeometricForecast extends StagewiseForecast {
  /** Distance from the points at which a formula divides zero by zero. */
  private static final double NEAR = 1e-5;

  private final int atOnce;
  private final double a;
  private final double b;

  BetaGeometricForecast(BetaGeometric model, double[] parameters) {
    super(new BetaGeometricTerms(model, parameters), model, parameters);
    atOnce = model.mayStopAtOnce();
    a = parameters[2];
    b = parameters[3];
  }

  @Override
  public double expectedPurchases(PurchaseHistory h, double weeks) {
    if (weeks <= 0) {
      return 0;
    }
    ActiveBuyer buyer = new ActiveBuyer(shape(h), rate(h), b + h.frequency() + atOnce);
    double expected =
        stages == 1
            ? expectedPurchases(buyer, weeks)
            : stagewise(h, new RegularPurchases(stages, a, buyer.survived), weeks);
    return alive(h) * expected;
  }

  @Override
  public double expectedOfNew(double weeks) {
    return weeks <= 0 ? 0 : expectedPurchases(new PurchaseHistory(0, 0, 0), weeks);
  }

  /**
   * A customer who has not stopped.
   *
   * @param shape of the gamma distribution of the rate, by what is known so far
   * @param rate of the same
   * @param survived second parameter of the beta distribution of stopping after a purchase
   */
  private record ActiveBuyer(double shape, double rate, double survived) {}

  /** Fader, Hardie and Lee's closed form; at its removable poles, between their two sides. */
  private double expectedPurchases(ActiveBuyer buyer, double weeks) {
    for (double pole : new double[] {1, 1 - buyer.survived}) {
      if (Math.abs(a - pole) < NEAR) {
        double weight = (a - pole + NEAR) / (2 * NEAR);
        return weight * closedForm(pole + NEAR, buyer, weeks)
            + (1 - weight) * closedForm(pole - NEAR, buyer, weeks);
      }
    }
    return closedForm(a, buyer, weeks);
  }

  private static double closedForm(double a, ActiveBuyer buyer, double weeks) {
    double z = weeks / (buyer.rate + weeks);
    double all = a + buyer.survived - 1;
    double silence = new GaussHypergeometric(buyer.shape, buyer.survived, all).at(z, buyer.shape);
    return all / (a - 1) * (1 - silence);
  }
}
