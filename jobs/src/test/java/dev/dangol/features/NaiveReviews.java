package dev.dangol.features;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.OpinionColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.testing.PlainRow;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Reviews of a customer, from the sentences of their columns. */
record NaiveReviews(NaiveDay day, List<Integer> windows) {
  private static final double MIDDLE = (NaiveExperience.LOWEST + NaiveExperience.HIGHEST) / 2;

  /** The purchases are the lines of the same customer. */
  void verify(Map<String, Object> row, List<PlainRow> reviews, List<PlainRow> lines) {
    List<Integer> verified =
        reviews.stream()
            .map(review -> lines.stream().anyMatch(line -> of(review, line)) ? 1 : 0)
            .toList();
    put(row, OpinionColumns.VERIFIED_SHARE, NaiveDay.mean(verified));
  }

  /** The reviews are those of all customers. */
  void answer(Map<String, Object> row, List<PlainRow> events, List<PlainRow> written) {
    long answered =
        events.stream()
            .filter(event -> event.text(EngagementSource.EVENT).equals("comment"))
            .filter(comment -> written.stream().anyMatch(review -> answers(comment, review)))
            .count();
    put(row, OpinionColumns.REVIEWS_ANSWERED_LIFETIME, answered);
  }

  static boolean answers(PlainRow comment, PlainRow review) {
    return !comment.empty(SharedColumns.PRODUCT_ID)
        && comment.text(SharedColumns.PRODUCT_ID).equals(review.text(SharedColumns.PRODUCT_ID))
        && !comment.text(SharedColumns.CUSTOMER_ID).equals(review.text(SharedColumns.CUSTOMER_ID))
        && !review
            .instant(ReviewSource.REVIEWED_AT)
            .isAfter(comment.instant(EngagementSource.OCCURRED_AT));
  }

  private static boolean of(PlainRow review, PlainRow line) {
    return !review.empty(SharedColumns.PRODUCT_ID)
        && !line.empty(SharedColumns.PRODUCT_ID)
        && review.text(SharedColumns.PRODUCT_ID).equals(line.text(SharedColumns.PRODUCT_ID))
        && line.empty(PurchaseSource.REFUND_OF)
        && ((BigDecimal) line.row().getAs(PurchaseSource.NET_AMOUNT.name())).signum() >= 0
        && !line.instant(PurchaseSource.PURCHASED_AT)
            .isAfter(review.instant(ReviewSource.REVIEWED_AT));
  }

  void measure(Map<String, Object> row, List<PlainRow> reviews) {
    List<Double> ratings =
        reviews.stream().map(review -> review.number(ReviewSource.RATING)).toList();
    List<Integer> lengths =
        reviews.stream()
            .filter(review -> !review.empty(ReviewSource.TEXT))
            .map(review -> review.text(ReviewSource.TEXT).length())
            .toList();
    long orders = (Long) row.get(FeatureColumns.ORDERS_LIFETIME.name());
    boolean any = !reviews.isEmpty();
    put(row, FeatureColumns.REVIEWS_LIFETIME, (long) reviews.size());
    put(row, FeatureColumns.REVIEWS_PER_ORDER, (double) reviews.size() / orders);
    put(row, FeatureColumns.RATING_MEAN, NaiveDay.mean(ratings));
    put(
        row,
        FeatureColumns.RATING_SPREAD,
        any ? Double.valueOf(Collections.max(ratings) - Collections.min(ratings)) : null);
    put(row, OpinionColumns.RATING_TREND, trend(reviews));
    put(
        row,
        FeatureColumns.LOW_RATINGS_LIFETIME,
        ratings.stream().filter(rating -> rating < MIDDLE).count());
    put(row, FeatureColumns.REVIEW_LENGTH_MEAN, NaiveDay.mean(lengths));
    put(
        row,
        FeatureColumns.HELPFUL_VOTES_LIFETIME,
        reviews.stream()
            .filter(review -> !review.empty(ReviewSource.HELPFUL_VOTES))
            .mapToLong(review -> review.count(ReviewSource.HELPFUL_VOTES))
            .sum());
    for (int window : windows) {
      put(
          row,
          OpinionColumns.reviews(window),
          day.withinWindow(reviews, ReviewSource.REVIEWED_AT, window));
    }
  }

  private static Double trend(List<PlainRow> reviews) {
    List<Double> ordered =
        reviews.stream()
            .sorted(
                Comparator.comparing((PlainRow r) -> r.instant(ReviewSource.REVIEWED_AT))
                    .thenComparing(r -> -r.number(ReviewSource.RATING)))
            .map(review -> review.number(ReviewSource.RATING))
            .toList();
    int last = ordered.size() - 1;
    return last < 1 ? null : ordered.get(last) - NaiveDay.mean(ordered.subList(0, last));
  }

  private static void put(Map<String, Object> row, Field field, Object value) {
    row.put(field.name(), value);
  }
}
