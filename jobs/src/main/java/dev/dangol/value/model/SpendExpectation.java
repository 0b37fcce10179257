package dev.dangol.value.model;

/**
 * Expected value of an order: a customer's own mean, drawn towards that of all customers.
 *
 * @param mean of all customers, in the major unit; NaN where it does not exist
 * @param weight the number of orders that the mean of all counts for; 0 where the own mean stands
 *     alone, infinite where it says nothing
 * @param basis the orders that make the own mean
 */
public record SpendExpectation(double mean, double weight, OrderBasis basis) {
  /** Orders that a customer's own mean is made of. */
  public enum OrderBasis {
    /** Repeat purchase days, where something was spent on them. */
    REPEATED,
    /** All purchase days, the first included. */
    ALL
  }

  /** True where every customer has an expected value. */
  public boolean exists() {
    return Double.isFinite(mean) && weight >= 0;
  }

  /**
   * The expected value of an order of a customer, 0 or more.
   *
   * @param frequency repeat purchase days
   * @param repeatMean mean net sales of a repeat purchase day; 0 without one
   * @param all net sales of all days
   */
  public double ofCustomer(double frequency, double repeatMean, double all) {
    if (Double.isInfinite(weight)) {
      return Math.max(0, mean);
    }
    double own =
        basis == OrderBasis.ALL
            ? (all + weight * mean) / (frequency + 1 + weight)
            : (frequency * repeatMean + weight * mean) / (frequency + weight);
    return Math.max(0, basis == OrderBasis.ALL || repeatMean > 0 ? own : mean);
  }
}
