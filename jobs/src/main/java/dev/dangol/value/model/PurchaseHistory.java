package dev.dangol.value.model;

/**
 * Purchase history of a customer, as models use it.
 *
 * @param frequency repeat purchase days (x in the literature); 0 for a single purchase day
 * @param recency weeks from the first purchase day to the latest (t_x); 0 where frequency is 0
 * @param age weeks from the first purchase day to the last day observed (T)
 */
public record PurchaseHistory(double frequency, double recency, double age) {
  /** Days in the week that models count in. */
  public static final double WEEK = 7.0;

  /** Refuses a history that no customer can have. */
  public PurchaseHistory {
    boolean possible = frequency >= 0 && recency >= 0 && age >= recency && age < 1e9;
    if (!possible || (recency > 0 && frequency == 0)) {
      throw new IllegalArgumentException(
          "No customer has frequency " + frequency + ", recency " + recency + ", age " + age + ".");
    }
  }

  /** A history counted in whole days. */
  public static PurchaseHistory ofDays(double frequency, double recencyDays, double ageDays) {
    return new PurchaseHistory(frequency, recencyDays / WEEK, ageDays / WEEK);
  }

  /** The same customer, watched for longer without another purchase. */
  PurchaseHistory silentFor(double weeks) {
    return new PurchaseHistory(frequency, recency, age + weeks);
  }
}
