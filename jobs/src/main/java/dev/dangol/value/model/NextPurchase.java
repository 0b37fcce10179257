package dev.dangol.value.model;

/** Time of a customer's next purchase, if it comes within a given time. */
public final class NextPurchase {
  private static final double MINUTE = 1 / (7 * 24 * 60.0);

  /** Probabilities of a purchase that count as none. */
  private static final double NONE = 1e-9;

  private final PurchaseForecast forecast;
  private final PurchaseHistory history;
  private final double within;
  private final double chance;

  NextPurchase(PurchaseForecast forecast, PurchaseHistory history, double within) {
    this.forecast = forecast;
    this.history = history;
    this.within = within;
    this.chance = forecast.chanceIfHere(history, within);
  }

  /**
   * The weeks by which it has come with the given probability, to a minute. NaN where a purchase
   * within the time is as good as impossible.
   *
   * @param share 0.5 for the median, above 0 and below 1
   */
  public double weeks(double share) {
    return share * forecast.chanceOfPurchase(history, within) > NONE
        ? search(Math.log1p(-share * chance))
        : Double.NaN;
  }

  /**
   * Newton's method on the logarithm of the probability that a customer still here has not bought
   * yet, which is nearly a line; by halves where it leads astray.
   */
  private double search(double wanted) {
    double low = 0;
    double high = within;
    double at = within * wanted / Math.log1p(-chance);
    while (high - low > MINUTE) {
      double bought = forecast.chanceIfHere(history, at);
      double excess = Math.log1p(-bought) - wanted;
      if (excess > 0) {
        low = at;
      } else {
        high = at;
      }
      double step = excess * (1 - bought) / forecast.paceIfHere(history, at);
      if (!(at + step > low && at + step < high)) {
        step = (low + high) / 2 - at;
      }
      at += step;
      if (Math.abs(step) < MINUTE) {
        return at;
      }
    }
    return high;
  }
}
