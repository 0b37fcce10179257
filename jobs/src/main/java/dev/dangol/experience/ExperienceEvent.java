package dev.dangol.experience;

/**
 * Event in a customer's history.
 *
 * @param at when it happened
 * @param about what it is about
 * @param figure what it amounts to, NaN for none: net amount of a purchase or refund, rating of a
 *     review, days until a case was resolved for good, ratings of a theme added up
 * @param pieces pieces of a purchase, helpful votes of a review, rated texts of a theme
 * @param actedDays days until the business acted on it; NaN where it did not
 */
public record ExperienceEvent(
    ExperienceKind kind,
    EventMoment at,
    EventSubject about,
    double figure,
    double pieces,
    double actedDays) {

  /**
   * Moment of an event.
   *
   * @param micros microseconds since 1970
   * @param day days since 1970, in the time zone of the business
   */
  public record EventMoment(long micros, int day) {}

  /**
   * Subject of an event; each part null where it has none.
   *
   * @param id the event's own id
   * @param order the order bought, reviewed or refunded
   * @param category also the theme of a case, and the source of a theme
   * @param mark the campaign, the channel of a case, what was searched for, the name of a theme or
   *     of a group
   */
  public record EventSubject(
      String id, String order, String product, String category, String mark) {}

  long micros() {
    return at.micros();
  }

  int day() {
    return at.day();
  }

  String product() {
    return about.product();
  }

  String category() {
    return about.category();
  }

  String mark() {
    return about.mark();
  }
}
