package dev.dangol.contacts;

/**
 * Signal of one customer: a message, a case, a look, a purchase. Times are microseconds since 1970.
 *
 * @param id tells signals of one kind and instant apart; of a case, its id
 * @param cost of a message, in ten-thousandths of the currency; or {@link #UNKNOWN}
 */
record CustomerSignal(
    SignalKind kind, long at, String id, SignalSubject subject, SignalTimes times, long cost) {
  /** The cost of what has none, or one that is not known. */
  static final long UNKNOWN = Long.MIN_VALUE;

  /** The time of what did not happen by the day. */
  static final long NEVER = Long.MAX_VALUE;

  /** A signal without a cost. */
  CustomerSignal(SignalKind kind, long at, String id, SignalSubject subject, SignalTimes times) {
    this(kind, at, id, subject, times, UNKNOWN);
  }

  /**
   * Subject of a signal; null where it has none.
   *
   * @param category the category of a message, look or purchase; the theme of a case
   */
  record SignalSubject(
      String channel, String campaign, String promotionType, String creative, String category) {}

  /**
   * Times and marks of a message or case.
   *
   * @param first when it was opened by the customer, or first replied to by the business; or never
   * @param clicked when it was clicked, or never
   * @param replied when the customer replied, or never
   * @param hour the hour of the day of the sending, 0 to 23
   * @param weekday the day of its week, 0 for Monday
   * @param unsubscribed true where it made the customer unsubscribe by the day
   * @param complained true where they complained of it by the day
   */
  record SignalTimes(
      long first,
      long clicked,
      long replied,
      int hour,
      int weekday,
      boolean unsubscribed,
      boolean complained) {}
}
