package dev.dangol.value.model;

import java.util.HashMap;
import java.util.Map;

/**
 * Weekly tracking of repeat purchases: those that a model expects of a whole base. Nothing is known
 * of its customers but the day of their first purchase: the tracking plot of Fader, Hardie and Lee
 * (2005).
 */
public final class WeeklyTracking {
  private final Map<Long, Double> acquired;
  private final PurchaseForecast forecast;
  private final Map<Long, Double> known = new HashMap<>();

  /**
   * Tracks a base.
   *
   * @param acquired customers by how many days before a day they first bought
   */
  public WeeklyTracking(Map<Long, Double> acquired, PurchaseForecast forecast) {
    this.acquired = Map.copyOf(acquired);
    this.forecast = forecast;
  }

  /** Expected in a week of 7 days, of which 1 is the first after the day and 0 ends with it. */
  public double expectedPurchases(long week) {
    double[] terms =
        acquired.keySet().stream()
            .sorted()
            .mapToDouble(age -> acquired.get(age) * inWeek(age + 7 * week))
            .toArray();
    double total = 0;
    for (double term : terms) {
      total += term;
    }
    return total;
  }

  private double inWeek(long daysAtEnd) {
    return daysAtEnd <= 0 ? 0 : until(daysAtEnd) - until(daysAtEnd - 7);
  }

  private double until(long days) {
    return days <= 0
        ? 0
        : known.computeIfAbsent(days, d -> forecast.expectedOfNew(d / PurchaseHistory.WEEK));
  }
}
