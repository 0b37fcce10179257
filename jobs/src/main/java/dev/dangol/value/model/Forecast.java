package dev.dangol.value.model;

/**
 * What customers will do according to a model whose parameters are known. Times are in weeks. A
 * forecast remembers the frequency it looked at last, so it serves one thread at a time, and
 * customers in the order of their frequency fastest.
 */
public interface Forecast {
  /**
   * The log-likelihood of a history; of a regular model without the part that depends on the single
   * gaps and not on parameters.
   */
  double logLikelihood(History history);

  /** The probability that the customer has not stopped for good, 0 to 1. */
  double alive(History history);

  /** Purchases to expect in the weeks that follow, whether he has stopped or not. */
  double expected(History history, double weeks);

  /** Repeat purchases to expect of somebody within so many weeks of the first purchase. */
  double expectedOfNew(double weeks);

  /**
   * The probability of at least one purchase in the weeks that follow, 0 to 1. Buying nothing for t
   * more weeks makes of a history with age T the same history with age T + t: its likelihood
   * divided by the present one is the probability of silence, in every model of this kind.
   */
  default double chanceOfPurchase(History history, double weeks) {
    double silence = logLikelihood(history.silentFor(weeks)) - logLikelihood(history);
    return Math.min(1, Math.max(0, -Math.expm1(silence)));
  }

  /**
   * When the next purchase comes, if it comes within the given time: the weeks by which it has come
   * with the given probability. NaN where a purchase within that time is as good as impossible.
   *
   * @param share 0.5 for the median, above 0 and below 1
   */
  default double weeksToPurchase(History history, double share, double within) {
    double target = share * chanceOfPurchase(history, within);
    if (!(target > 1e-9)) {
      return Double.NaN;
    }
    double low = 0;
    double high = within;
    while (high - low > 0.01) {
      double middle = (low + high) / 2;
      if (chanceOfPurchase(history, middle) < target) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
