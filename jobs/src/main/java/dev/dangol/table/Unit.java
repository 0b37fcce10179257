package dev.dangol.table;

/**
 * Units of measure in which a column's values are shown to people. Each has its words on the page
 * and the digits after the point that matter.
 */
public enum Unit {
  /** A bare number. */
  PLAIN("plain", 1),
  /** An amount of the reporting currency, which has its own digits. */
  MONEY("money", 2),
  /** A share of 0 to 1, or a growth of -1 to 1, in per cent. */
  SHARE("percent", 1),
  /** A multiple: small enough for the second digit to matter. */
  MULTIPLE("multiple", 2),
  /** A score of 0 to 1. */
  OF_ONE("of_one", 2),
  /** A score of 0 to 100, or of a scale that the column names. */
  POINTS("points", 1),
  /** A rating, on the scale that is configured. */
  RATING("rating", 1),
  DAYS("days", 1),
  MINUTES("minutes", 1),
  ORDERS("orders", 1),
  PIECES("pieces", 1),
  CATEGORIES("categories", 1),
  PRODUCTS("products", 1),
  REVIEWS("reviews", 1),
  REVIEWS_PER_ORDER("reviews_per_order", 2),
  CHARACTERS("characters", 1),
  VOTES("votes", 1),
  EVENTS("events", 1),
  TIMES("times", 1),
  MESSAGES("messages", 1),
  CASES("cases", 1),
  CASES_PER_ORDER("cases", 2),
  COMPLAINTS_PER_ORDER("complaints", 2),
  ANSWERS("answers", 1),
  PEOPLE("people", 1),
  GENERATIONS("generations", 1);

  private final String key;
  private final int digits;

  Unit(String key, int digits) {
    this.key = key;
    this.digits = digits;
  }

  /** The key of its words: the page has them under {@code unit.} and this key. */
  public String key() {
    return key;
  }

  /** The most digits after the point that are shown. */
  public int digits() {
    return digits;
  }
}
