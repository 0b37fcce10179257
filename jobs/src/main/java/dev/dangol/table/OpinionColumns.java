package dev.dangol.table;

/** Columns of {@code customer_features} on reviews, beside the first ones. */
public final class OpinionColumns {
  public static final Field RATING_TREND =
      Field.number(
          "rating_trend",
          "The latest rating less the mean of those before it; of several at one moment the lowest"
              + " is the latest. Null without a second review.");

  private OpinionColumns() {}

  /** Reviews in the window of days that ends with the as-of day. */
  public static Field reviews(int window) {
    return Field.count(
        "reviews_" + window + "d", "Reviews written in the last " + window + " days.");
  }
}
