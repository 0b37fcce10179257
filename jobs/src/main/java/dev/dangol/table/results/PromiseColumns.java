package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of {@code campaign_promises}. */
public final class PromiseColumns {
  public static final Field CAMPAIGN_ID =
      SharedColumns.CAMPAIGN_ID
          .renamed(
              "campaign_id",
              "The campaign: the promotion of a line bought, else the campaign that the customer"
                  + " last clicked on within 7 days before.")
          .asRequired();
  public static final Field RATINGS =
      ProductOpinionColumns.RATINGS.renamed(
          "ratings",
          "Ratings of what was bought through it, each of the latest purchase of the product before"
              + " it; of products that were rated otherwise too.");
  public static final Field COMPARED_RATINGS =
      ProductOpinionColumns.RATINGS.renamed(
          "compared_ratings", "Ratings of the same products bought otherwise.");
  public static final Field MEAN_RATING =
      ProductOpinionColumns.MEAN_RATING.renamed(
          "mean_rating", "The mean of ratings; null without one.");
  public static final Field COMPARED_MEAN_RATING =
      ProductOpinionColumns.MEAN_RATING.renamed(
          "compared_mean_rating",
          "The mean of compared_ratings, each product with the weight it has in ratings; null"
              + " without one.");
  public static final Field RATING_DIFFERENCE =
      Field.number(
          Unit.RATING,
          "rating_difference",
          "mean_rating less compared_mean_rating: below 0 where the campaign promised too much.");
  public static final Field RATING_LOW =
      RATING_DIFFERENCE.renamed(
          "rating_difference_low",
          "Lower end of its 95 % interval; null with fewer than effects.min-count on a side.");
  public static final Field RATING_HIGH =
      RATING_DIFFERENCE.renamed("rating_difference_high", "Upper end of the same.");
  public static final Field BOUGHT_LINES =
      Field.count(
              "bought_lines",
              "Order lines bought through it, of products that were bought otherwise too.")
          .asRequired();
  public static final Field COMPARED_LINES =
      Field.count("compared_lines", "Order lines of the same products bought otherwise.")
          .asRequired();
  public static final Field RETURNED_SHARE =
      Field.number(
          Unit.SHARE,
          "returned_share",
          "The share of bought_lines of which something was refunded by the day; null without"
              + " one.");
  public static final Field COMPARED_RETURNED_SHARE =
      RETURNED_SHARE.renamed(
          "compared_returned_share",
          "The share of compared_lines, each product with the weight it has in bought_lines; null"
              + " without one.");
  public static final Field RETURNED_DIFFERENCE =
      RETURNED_SHARE.renamed(
          "returned_difference", "returned_share less compared_returned_share; null without both.");
  public static final Field RETURNED_LOW =
      RETURNED_DIFFERENCE.renamed(
          "returned_difference_low",
          "Lower end of its 95 % interval; null with fewer than effects.min-count on a side.");
  public static final Field RETURNED_HIGH =
      RETURNED_DIFFERENCE.renamed("returned_difference_high", "Upper end of the same.");

  public static final Table TABLE =
      new Table(
          "campaign_promises",
          "A campaign's promise against experience: ratings and returns of what was bought through"
              + " it, against the same products bought otherwise.",
          List.of(SharedColumns.AS_OF, CAMPAIGN_ID),
          List.of(
              SharedColumns.AS_OF,
              CAMPAIGN_ID,
              RATINGS,
              COMPARED_RATINGS,
              MEAN_RATING,
              COMPARED_MEAN_RATING,
              RATING_DIFFERENCE,
              RATING_LOW,
              RATING_HIGH,
              BOUGHT_LINES,
              COMPARED_LINES,
              RETURNED_SHARE,
              COMPARED_RETURNED_SHARE,
              RETURNED_DIFFERENCE,
              RETURNED_LOW,
              RETURNED_HIGH));

  private PromiseColumns() {}
}
