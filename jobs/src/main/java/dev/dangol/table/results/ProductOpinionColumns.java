package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import dev.dangol.table.sources.ReviewSource;
import java.util.List;

/** Columns of the tables on what customers think of products and their prices. */
public final class ProductOpinionColumns {
  public static final Field PRODUCT_ID = SharedColumns.PRODUCT_ID.asRequired();
  public static final Field RATINGS =
      Field.count(Unit.REVIEWS, "ratings", "Reviews with a rating that count by the day.")
          .asRequired();
  public static final Field MEAN_RATING =
      VoiceColumns.MEAN_RATING.renamed("mean_rating", "Their mean rating; null without one.");
  public static final Field CHANGE_90D =
      Field.number(
          Unit.RATING,
          "change_90d",
          "How much the rating changes in 90 days: the slope of the straight line by least squares"
              + " over all its ratings; null where they are of one day.");
  public static final Field CHANGE_90D_LOW =
      CHANGE_90D.renamed(
          "change_90d_low",
          "Lower end of its 95 % interval by Student's distribution and the wider of the usual and"
              + " White's standard error; null with fewer than six ratings.");
  public static final Field CHANGE_90D_HIGH =
      CHANGE_90D.renamed("change_90d_high", "Upper end of the same.");
  public static final Field LOW_RATINGS =
      Field.count(Unit.REVIEWS, "low_ratings", "Ratings in the lower half of quality.rating-scale.")
          .asRequired();
  public static final Field LOW_VOTES =
      Field.count(
          Unit.VOTES,
          "low_votes",
          "Helpful votes for those: how far low ratings have reached; null where not mapped.");
  public static final Field VIEWS_BEFORE =
      Field.count(
          Unit.TIMES,
          "views_before",
          "Views of the product by known customers 90 to 180 days before the day's end; null where"
              + " engagement does not know customers and products.");
  public static final Field CLICKED_SHARE_BEFORE =
      Field.number(
          Unit.SHARE,
          "clicked_share_before",
          "The share of them that a click, cart or checkout of that product by that customer"
              + " followed within 24 hours; null without a view.");
  public static final Field VIEWS_AFTER =
      Field.count(
          Unit.TIMES, "views_after", "Views of it by them in the last 90 days; null likewise.");
  public static final Field CLICKED_SHARE_AFTER =
      CLICKED_SHARE_BEFORE.renamed(
          "clicked_share_after", "The share of those that was so followed; null without a view.");
  public static final Field CLICKED_CHANGE =
      Field.number(
          Unit.SHARE,
          "clicked_change",
          "clicked_share_after less clicked_share_before; null where one of them is not known.");
  public static final Field CLICKED_CHANGE_LOW =
      CLICKED_CHANGE.renamed(
          "clicked_change_low", "Lower end of its 95 % interval, by Newcombe's method.");
  public static final Field CLICKED_CHANGE_HIGH =
      CLICKED_CHANGE.renamed("clicked_change_high", "Upper end of the same.");

  public static final Table RATINGS_TABLE =
      new Table(
          "product_ratings",
          "The ratings of a product, how they change, and what follows its views.",
          List.of(SharedColumns.AS_OF, PRODUCT_ID),
          List.of(
              SharedColumns.AS_OF,
              PRODUCT_ID,
              RATINGS,
              MEAN_RATING,
              CHANGE_90D,
              CHANGE_90D_LOW,
              CHANGE_90D_HIGH,
              LOW_RATINGS,
              LOW_VOTES,
              VIEWS_BEFORE,
              CLICKED_SHARE_BEFORE,
              VIEWS_AFTER,
              CLICKED_SHARE_AFTER,
              CLICKED_CHANGE,
              CLICKED_CHANGE_LOW,
              CLICKED_CHANGE_HIGH));

  public static final Field REVIEWED_PRODUCT_ID =
      SharedColumns.PRODUCT_ID.renamed("product_id", "The product reviewed; null for none named.");
  public static final Field VERIFIED =
      Field.flag(
              "verified",
              "True where the customer had bought the product by the moment of the review; false"
                  + " where not, or where it names no product.")
          .asRequired();
  public static final Field BOUGHT_AT =
      Field.instant("bought_at", "When they first bought it; null where they had not.");

  public static final Table CHECKS_TABLE =
      new Table(
          "review_checks",
          "A review by the day, and whether a real earlier order of that product by that customer"
              + " stands behind it.",
          List.of(SharedColumns.AS_OF, SharedColumns.SOURCE_ROW),
          List.of(
              SharedColumns.AS_OF,
              SharedColumns.SOURCE_ROW,
              SharedColumns.CUSTOMER_ID,
              REVIEWED_PRODUCT_ID,
              ReviewSource.REVIEWED_AT,
              ReviewSource.RATING,
              VERIFIED,
              BOUGHT_AT));

  public static final Field CATEGORY = CategoryShareColumns.CATEGORY;
  public static final Field PRICE_BAND =
      Field.text(
              "price_band",
              "low, middle or high: a third of the lines bought of the category each, by the mean"
                  + " price of a piece of the product; products of one price share a band.")
          .asRequired();
  public static final Field PRODUCTS =
      Field.count(Unit.PRODUCTS, "products", "Products of the band.").asRequired();
  public static final Field PRICE_FROM =
      Field.number(Unit.MONEY, "price_from", "The price of the cheapest of them.").asRequired();
  public static final Field PRICE_TO =
      Field.number(Unit.MONEY, "price_to", "The price of the dearest of them.").asRequired();
  public static final Field SATISFIED_SHARE =
      Field.number(
          Unit.SHARE,
          "satisfied_share",
          "The share of the ratings from the third quarter of quality.rating-scale on (4 of 1 to"
              + " 5).");
  public static final Field SATISFIED_LOW =
      SATISFIED_SHARE.renamed("satisfied_low", "Lower end of its 95 % interval, by Wilson.");
  public static final Field SATISFIED_HIGH =
      SATISFIED_SHARE.renamed("satisfied_high", "Upper end of the same.");
  public static final Field THEME_SHARES =
      Field.numbers(
          "theme_shares",
          "By theme of voices.themes: the share of the ratings whose writers speak of it in their"
              + " reviews, of those whose writers have a rated review with text; empty without.");

  public static final Table PRICES_TABLE =
      new Table(
          "price_perception",
          "What customers think of the products of a category in one band of prices.",
          List.of(SharedColumns.AS_OF, CATEGORY, PRICE_BAND),
          List.of(
              SharedColumns.AS_OF,
              CATEGORY,
              PRICE_BAND,
              PRODUCTS,
              PRICE_FROM,
              PRICE_TO,
              RATINGS,
              MEAN_RATING,
              SATISFIED_SHARE,
              SATISFIED_LOW,
              SATISFIED_HIGH,
              THEME_SHARES));

  private ProductOpinionColumns() {}
}
