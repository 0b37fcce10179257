package dev.dangol.value.model;

/**
 * Purchase forecast of customers by a model whose parameters are known. Times are in weeks. A
 * forecast remembers the history it looked at last, so it serves one thread at a time, and is
 * fastest where all about a history is asked at once, and histories come in the order of their
 * frequency.
 */
public interface PurchaseForecast {
  /**
   * The log-likelihood of a history; of a regular model without the part that depends on the single
   * gaps and not on parameters.
   */
  double logLikelihood(PurchaseHistory history);

  /** The probability that the customer has not stopped for good, 0 to 1; NaN if not known. */
  double alive(PurchaseHistory history);

  /** Purchases to expect in the weeks that follow, whether the customer has stopped or not. */
  double expectedPurchases(PurchaseHistory history, double weeks);

  /** Repeat purchases to expect of a customer within so many weeks of the first purchase. */
  double expectedOfNew(double weeks);

  /** The probability of at least one purchase in the weeks that follow, 0 to 1. */
  default double chanceOfPurchase(PurchaseHistory history, double weeks) {
    return alive(history) * chanceIfHere(history, weeks);
  }

  /** The same of a customer who has not stopped yet; before they buy, they may. */
  double chanceIfHere(PurchaseHistory history, double weeks);

  /** The derivative of {@link #chanceIfHere} by the weeks. */
  double paceIfHere(PurchaseHistory history, double weeks);

  /** The time of the next purchase, if it comes within so many weeks. */
  default NextPurchase nextPurchase(PurchaseHistory history, double within) {
    return new NextPurchase(this, history, within);
  }
}
