package dev.dangol.table.features;

import dev.dangol.table.Field;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of {@code customer_features} on reviews, beyond the basic ones. */
public final class OpinionColumns {
  public static final Field RATING_TREND =
      Field.number(
          Unit.RATING,
          "rating_trend",
          "The latest rating less the mean of those before it; of several at one moment the lowest"
              + " is the latest. Null without a second review.");

  public static final Field VERIFIED_SHARE =
      Field.number(
          Unit.SHARE,
          "verified_share",
          "Share of the customer's reviews that are of a product which they had bought before, 0 to"
              + " 1; a review that names no product is none of them. Null without a review.");

  public static final Field REVIEWS_ANSWERED_LIFETIME =
      Field.count(
          Unit.TIMES,
          "reviews_answered_lifetime",
          "Comments to date on a product of which another customer had written a review by the"
              + " moment of the comment; 0 without one.");

  /** All on reviews that do not depend on a window, in order. */
  public static final List<Field> FEATURES =
      List.of(
          FeatureColumns.REVIEWS_LIFETIME,
          FeatureColumns.REVIEWS_PER_ORDER,
          VERIFIED_SHARE,
          FeatureColumns.RATING_MEAN,
          FeatureColumns.RATING_SPREAD,
          RATING_TREND,
          FeatureColumns.LOW_RATINGS_LIFETIME,
          FeatureColumns.REVIEW_LENGTH_MEAN,
          FeatureColumns.HELPFUL_VOTES_LIFETIME,
          REVIEWS_ANSWERED_LIFETIME);

  private OpinionColumns() {}

  /** Reviews in the window of days that ends with the as-of day. */
  public static Field reviews(int window) {
    return FeatureColumns.REVIEWS_LIFETIME.windowed(
        window, "Reviews written in the last {days} days.");
  }
}
