package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of {@code amplification}. */
public final class AmplificationColumns {
  public static final Field REVIEWS =
      Field.count(
          Unit.REVIEWS,
          "reviews",
          "Their reviews, but for those of a low rating; null without the source reviews.");
  public static final Field COMMENTS =
      Field.count(
          Unit.TIMES, "comments", "Their comments; null without known customers in engagement.");
  public static final Field SHARES =
      Field.count(Unit.TIMES, "shares", "What they shared; null as comments.");
  public static final Field HELPFUL_VOTES =
      Field.count(
          Unit.VOTES, "helpful_votes", "Helpful votes for those reviews; null where not mapped.");
  public static final Field CONTENT =
      Field.count("content", "reviews, comments and shares added up, as far as they are known.")
          .asRequired();
  public static final Field REACH =
      Field.number(
          "reach",
          "How many people each of them reached on average: one, and one more for each helpful vote"
              + " of a review; null without content.");
  public static final Field AMPLIFICATION =
      Field.number("amplification", "content multiplied with reach.").asRequired();
  public static final Field LOW_REVIEWS =
      Field.count(
          Unit.REVIEWS,
          "low_reviews",
          "Their reviews with a rating in the lower half of quality.rating-scale; null without the"
              + " source reviews.");
  public static final Field LOW_HELPFUL_VOTES =
      Field.count(
          Unit.VOTES, "low_helpful_votes", "Helpful votes for those; null where not mapped.");
  public static final Field LOW_AMPLIFICATION =
      Field.number("low_amplification", "The amplification of those alone.").asRequired();

  public static final Table TABLE =
      new Table(
          "amplification",
          "How much a customer says of the business to others, and how far it reaches.",
          List.of(SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID),
          List.of(
              SharedColumns.AS_OF,
              SharedColumns.CUSTOMER_ID,
              REVIEWS,
              COMMENTS,
              SHARES,
              HELPFUL_VOTES,
              CONTENT,
              REACH,
              AMPLIFICATION,
              LOW_REVIEWS,
              LOW_HELPFUL_VOTES,
              LOW_AMPLIFICATION));

  private AmplificationColumns() {}
}
