package dev.dangol.value.model;

/**
 * Expected purchases of a regular buyer who may stop after each. They are the sum, over how many
 * stages may pass, of the probability of that number, which is negative binomial, times the
 * purchases that it makes of a customer who may stop. Every term is above 0, so that no digits are
 * lost.
 *
 * @param stages k: a purchase is every k-th stage
 * @param a first parameter of the beta distribution of stopping after a purchase
 * @param b the second
 */
record RegularPurchases(int stages, double a, double b) {
  private static final double DIGITS = 1e-16;
  private static final double BIG = 1e200;
  private static final int MOST = 10_000_000;

  /**
   * Probabilities are carried as multiples of that of no stage at all, which may be too small for a
   * double.
   *
   * @param passed stages that have passed since the latest purchase, 0 to k - 1
   * @param shape of the gamma distribution of the rate at which stages pass
   * @param success time divided by time and that distribution's rate, 0 to below 1
   */
  double expected(int passed, double shape, double success) {
    double scale = shape * Math.log1p(-success);
    double probability = 1;
    double going = 1;
    double purchases = 0;
    double total = 0;
    int next = stages - passed;
    int bought = 0;
    for (int n = 0; n < MOST; n++) {
      if (n == next) {
        purchases += going;
        going *= (b + bought) / (a + b + bought);
        bought++;
        next += stages;
      }
      double ratio = (shape + n) / (n + 1) * success;
      total += probability * purchases;
      if (bought > 0 && probability * purchases <= DIGITS * (1 - ratio) * total) {
        break;
      }
      probability *= ratio;
      if (probability > BIG) {
        probability /= BIG;
        total /= BIG;
        scale += Math.log(BIG);
      }
    }
    return total * Math.exp(scale);
  }
}
