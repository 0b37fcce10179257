package dev.dangol.table.sources;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import java.util.List;

/** Columns of reviews. */
public final class ReviewSource {
  public static final Field REVIEWED_AT =
      Field.instant("reviewed_at", "When the review was written.").asRequired();
  public static final Field RATING =
      Field.number("rating", "The rating, on the configured scale.").asRequired();
  public static final Field REVIEW_ID = Field.text("review_id", "The review's own id.");
  public static final Field TEXT = Field.text("text", "What the customer wrote.");
  public static final Field HELPFUL_VOTES =
      Field.count("helpful_votes", "How many others found it helpful.");

  public static final List<Field> FIELDS =
      List.of(
          SharedColumns.CUSTOMER_ID,
          REVIEWED_AT,
          RATING,
          REVIEW_ID,
          SharedColumns.ORDER_ID,
          SharedColumns.PRODUCT_ID,
          TEXT,
          HELPFUL_VOTES,
          SharedColumns.CHANNEL,
          SharedColumns.ACTED_ON_AT,
          SharedColumns.ARRIVED_AT);

  private ReviewSource() {}
}
