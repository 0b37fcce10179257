package dev.dangol.table.features;

import dev.dangol.table.Field;

/** Columns of {@code customer_features} on reviews, beyond the basic ones. */
public final class OpinionColumns {
  public static final Field RATING_TREND =
      Field.number(
          "rating_trend",
          "The latest rating less the mean of those before it; of several at one moment the lowest"
              + " is the latest. Null without a second review.");

  public static final Field VERIFIED_SHARE =
      Field.number(
          "verified_share",
          "Share of the customer's reviews that are of a product which they had bought before, 0 to"
              + " 1; a review that names no product is none of them. Null without a review.");

  public static final Field REVIEWS_ANSWERED_LIFETIME =
      Field.count(
          "reviews_answered_lifetime",
          "Comments to date on a product of which another customer had written a review by the"
              + " moment of the comment; 0 without one.");

  private OpinionColumns() {}

  /** Reviews in the window of days that ends with the as-of day. */
  public static Field reviews(int window) {
    return Field.count(
        "reviews_" + window + "d", "Reviews written in the last " + window + " days.");
  }
}
