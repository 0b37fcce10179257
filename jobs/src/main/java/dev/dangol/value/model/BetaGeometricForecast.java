package dev.dangol.value.model;

/** Forecasts of BG/NBD, MBG/NBD and (M)BG/CNBD-k. */
final class BetaGeometricForecast extends CachedForecast {
  /** Distance from the points at which a formula divides zero by zero. */
  private static final double NEAR = 1e-5;

  private final BetaGeometric model;
  private final double r;
  private final double alpha;
  private final double a;
  private final double b;

  BetaGeometricForecast(BetaGeometric model, double[] parameters) {
    super(new BetaGeometricTerms(model, parameters));
    this.model = model;
    r = parameters[0];
    alpha = parameters[1];
    a = parameters[2];
    b = parameters[3];
  }

  /** Not all stages pass that are left. */
  @Override
  public double chanceIfHere(PurchaseHistory h, double weeks) {
    double now = alpha + h.age();
    double longer =
        model.stages() == 1 ? 0 : Math.log(stagesPassed(h, weeks)) - Math.log(stagesPassed(h, 0));
    return Math.max(0.0, -Math.expm1(longer - shape(h) * Math.log1p(weeks / now)));
  }

  /** All stages but one have passed, and it passes. */
  @Override
  public double paceIfHere(PurchaseHistory h, double weeks) {
    double now = alpha + h.age();
    double shape = shape(h);
    double passing = shape / (now + weeks);
    for (int j = 1; j < model.stages(); j++) {
      passing *= (shape + j) / j * silentShare(h, weeks);
    }
    return passing * Math.exp(-shape * Math.log1p(weeks / now)) / stagesPassed(h, 0);
  }

  /** The sum, over the stages that may have passed by then, of how likely each number is. */
  private double stagesPassed(PurchaseHistory h, double weeks) {
    double shape = shape(h);
    double share = silentShare(h, weeks);
    double term = 1;
    double sum = 1;
    for (int j = 1; j < model.stages(); j++) {
      term *= (shape + j - 1) / j * share;
      sum += term;
    }
    return sum;
  }

  private double silentShare(PurchaseHistory h, double weeks) {
    return (h.age() - h.recency() + weeks) / (alpha + h.age() + weeks);
  }

  private double shape(PurchaseHistory h) {
    return r + model.stages() * h.frequency();
  }

  @Override
  public double expectedPurchases(PurchaseHistory h, double weeks) {
    if (weeks <= 0) {
      return 0;
    }
    ActiveBuyer buyer =
        new ActiveBuyer(shape(h), alpha + h.age(), b + h.frequency() + model.mayStopAtOnce());
    double expected =
        model.stages() == 1
            ? expectedPurchases(buyer, weeks)
            : stagewise(buyer, h.age() - h.recency(), weeks);
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

  /** Exact for regular buyers: the mean over the stages that may have passed already. */
  private double stagewise(ActiveBuyer buyer, double silence, double weeks) {
    RegularPurchases purchases = new RegularPurchases(model.stages(), a, buyer.survived);
    double success = weeks / (buyer.rate + weeks);
    double weight = 1;
    double weights = 0;
    double total = 0;
    for (int passed = 0; passed < model.stages(); passed++) {
      weights += weight;
      total += weight * purchases.expected(passed, buyer.shape + passed, success);
      weight *= (buyer.shape + passed) * silence / (buyer.rate * (passed + 1));
    }
    return total / weights;
  }
}
