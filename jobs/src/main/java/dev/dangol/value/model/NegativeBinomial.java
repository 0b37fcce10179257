package dev.dangol.value.model;

/**
 * How many events of a Poisson process with a gamma distributed rate there are: the probability of
 * at least so many, asked for ever larger numbers.
 */
final class NegativeBinomial {
  private final double shape;
  private final double success;
  private int next;
  private double logTerm;
  private double below;

  /**
   * @param shape of the gamma distribution
   * @param success time divided by time and the gamma distribution's rate, 0 to below 1
   */
  NegativeBinomial(double shape, double success) {
    this.shape = shape;
    this.success = success;
    this.logTerm = shape * Math.log1p(-success);
  }

  /** The probability of so many events or more; numbers may not fall from call to call. */
  double atLeast(int events) {
    while (next < events) {
      below += Math.exp(logTerm);
      logTerm += Math.log((shape + next) / (next + 1) * success);
      next++;
    }
    return below < 0.99 ? 1 - below : tail();
  }

  /** The rest added up, since one less nearly one has no digits left. */
  private double tail() {
    double term = Math.exp(logTerm);
    double sum = term;
    for (int n = next; term > 1e-16 * sum; n++) {
      term *= (shape + n) / (n + 1) * success;
      sum += term;
      if (n - next > 10_000) {
        break;
      }
    }
    return Math.min(1, sum);
  }
}
