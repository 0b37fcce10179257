package dev.dangol.value.model;

import java.io.Serializable;

/**
 * Discount schedule of future purchases, month by month: those of the m-th month count as at its
 * end.
 *
 * @param months how many months are looked ahead, each the twelfth part of 365.25 days
 * @param yearlyRate the worth that is lost by coming a year later, 0 or more
 */
public record DiscountSchedule(int months, double yearlyRate) implements Serializable {
  /** Weeks in a month. */
  public static final double MONTH = 365.25 / 12 / PurchaseHistory.WEEK;

  /** Discounted purchases; times the margin of a purchase, the customer's lifetime value. */
  public double purchases(PurchaseForecast forecast, PurchaseHistory history) {
    double monthly = Math.pow(1 + yearlyRate, -1 / 12.0);
    double worth = 1;
    double before = 0;
    double total = 0;
    for (int month = 1; month <= months; month++) {
      double until = forecast.expectedPurchases(history, month * MONTH);
      worth *= monthly;
      total += (until - before) * worth;
      before = until;
    }
    return total;
  }
}
