package dev.dangol.value.model;

/**
 * Forecasts of customers who buy at every k-th stage of a Poisson process while they are there.
 * Rates are gamma distributed with shape r and rate alpha.
 */
abstract class StagewiseForecast extends CachedForecast {
  /** The stages of the model, k. */
  final int stages;

  private final double r;
  private final double alpha;

  /** Reads r and alpha, the first two of the parameters. */
  StagewiseForecast(LikelihoodTerms terms, PurchaseModel model, double[] parameters) {
    super(terms);
    stages = model.stages();
    r = parameters[0];
    alpha = parameters[1];
  }

  /** Not all stages pass that are left. */
  @Override
  public final double chanceIfHere(PurchaseHistory h, double weeks) {
    double now = rate(h);
    double longer =
        stages == 1 ? 0 : Math.log(stagesPassed(h, weeks)) - Math.log(stagesPassed(h, 0));
    return Math.max(0.0, -Math.expm1(longer - shape(h) * Math.log1p(weeks / now)));
  }

  /** All stages but one have passed, and it passes. */
  @Override
  public final double paceIfHere(PurchaseHistory h, double weeks) {
    double now = rate(h);
    double shape = shape(h);
    double passing = shape / (now + weeks);
    for (int j = 1; j < stages; j++) {
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
    for (int j = 1; j < stages; j++) {
      term *= (shape + j - 1) / j * share;
      sum += term;
    }
    return sum;
  }

  private double silentShare(PurchaseHistory h, double weeks) {
    return (h.age() - h.recency() + weeks) / (rate(h) + weeks);
  }

  /** Of the gamma distribution of the rate at which stages pass, by what is known. */
  final double shape(PurchaseHistory h) {
    return r + stages * h.frequency();
  }

  /** The rate of that distribution. */
  final double rate(PurchaseHistory h) {
    return alpha + h.age();
  }

  /** Exact for regular buyers: the mean over the stages that may have passed already. */
  final double stagewise(PurchaseHistory h, RegularPurchases purchases, double weeks) {
    double shape = shape(h);
    double silence = h.age() - h.recency();
    double success = weeks / (rate(h) + weeks);
    double weight = 1;
    double weights = 0;
    double total = 0;
    for (int passed = 0; passed < stages; passed++) {
      weights += weight;
      total += weight * purchases.expected(passed, shape + passed, success);
      weight *= (shape + passed) * silence / (rate(h) * (passed + 1));
    }
    return total / weights;
  }
}
