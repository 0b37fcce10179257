package dev.dangol.value.model;

/**
 * Stages of a regular buyer in the silence since the latest purchase. None to k - 1 of them have
 * passed: the logarithm of the sum, over their numbers, of how likely each is, with its slopes; 0
 * where k is 1.
 */
final class SilentStages {
  private final int k;
  private double logSum;
  private double byShape;
  private double byAlpha;

  SilentStages(int k) {
    this.k = k;
  }

  /**
   * Looks at one silence.
   *
   * @param shape of the gamma distribution of the rate, with what is known of the customer
   * @param silence weeks since the latest purchase
   * @param later that distribution's rate, with the customer's age
   */
  void take(double shape, double silence, double later) {
    double share = silence / later;
    double term = 1;
    double sum = 1;
    double rises = 0;
    byShape = 0;
    byAlpha = 0;
    for (int j = 1; j < k; j++) {
      term *= (shape + j - 1) * share / j;
      rises += 1 / (shape + j - 1);
      sum += term;
      byShape += term * rises;
      byAlpha -= term * j / later;
    }
    logSum = Math.log(sum);
    byShape /= sum;
    byAlpha /= sum;
  }

  double logSum() {
    return logSum;
  }

  /** The slope by the shape. */
  double byShape() {
    return byShape;
  }

  /** The slope by the distribution's rate. */
  double byAlpha() {
    return byAlpha;
  }
}
