package dev.dangol.effects;

/**
 * Event on a customer's timeline.
 *
 * @param day days since 1970
 * @param amount net sales of a purchase day, the rating of a review from 0 to 1, the minutes to the
 *     first reply of a case; NaN where there is none
 * @param span days from the opening of a case until it was resolved for good, or from a review or
 *     an answer until the business acted on it; NaN where it did not happen
 * @param mark the channel of a case; empty for none
 */
public record TimelineEvent(TimelineKind kind, int day, double amount, double span, String mark) {
  /** An event that has nothing but its kind, its day and an amount. */
  public static TimelineEvent of(TimelineKind kind, int day, double amount) {
    return new TimelineEvent(kind, day, amount, Double.NaN, "");
  }

  boolean isCase() {
    return kind == TimelineKind.CASE || kind == TimelineKind.FAULT_CASE;
  }
}
