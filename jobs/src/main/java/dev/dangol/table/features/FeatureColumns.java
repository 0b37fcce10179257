package dev.dangol.table.features;

import dev.dangol.table.Field;
import dev.dangol.table.Unit;
import java.util.List;

/**
 * Columns of {@code customer_features}: one row per customer who has bought by the as-of day.
 * Counts are 0 when nothing happened; a measure that needs an event is null when there was none; a
 * measure whose source is not configured is null for everyone and named in {@code not_measured}.
 */
public final class FeatureColumns {
  public static final Field FIRST_ORDER_ON =
      Field.day("first_order_on", "The day of the first purchase.").asRequired();
  public static final Field LAST_ORDER_ON =
      Field.day("last_order_on", "The day of the latest purchase.").asRequired();
  public static final Field FREQUENCY =
      Field.count(
              Unit.DAYS,
              "frequency",
              "Repeat purchase days: days with a purchase, less the first; 0 for a customer who"
                  + " bought on one day only (x in the literature).")
          .asRequired();
  public static final Field RECENCY_DAYS =
      Field.count(
              Unit.DAYS,
              "recency_days",
              "Days from the first purchase day to the latest (t_x in the literature); 0 for a"
                  + " customer who bought on one day only.")
          .asRequired();
  public static final Field AGE_DAYS =
      Field.count(
              Unit.DAYS,
              "age_days",
              "Days from the first purchase day to the as-of day (T in the literature).")
          .asRequired();
  public static final Field MONETARY_VALUE =
      Field.total(
          "monetary_value",
          "Mean net amount of a repeat purchase day, refunds matched to their order; null without"
              + " a repeat purchase.");
  public static final Field DAYS_SINCE_LAST_ORDER =
      Field.count(
              Unit.DAYS,
              "days_since_last_order",
              "Days from the latest purchase day to the as-of day.")
          .asRequired();
  public static final Field ORDERS_LIFETIME =
      Field.count(
              Unit.ORDERS,
              "orders_lifetime",
              "Orders to date; where orders have no id, the lines of one day are one order.")
          .asRequired();
  public static final Field NET_SALES_LIFETIME =
      Field.total("net_sales_lifetime", "Net sales to date, less refunds.").asRequired();
  public static final Field REFUNDS_LIFETIME =
      Field.total("refunds_lifetime", "Amount refunded to date, as a positive amount.")
          .asRequired();
  public static final Field ORDER_VALUE =
      Field.number(
          Unit.MONEY, "order_value", "Net sales to date per order, in the reporting currency.");
  public static final Field CATEGORIES_LIFETIME =
      Field.count(
          Unit.CATEGORIES,
          "categories_lifetime",
          "Different categories bought to date; null where no category is known.");
  public static final Field DISCOUNT_SHARE =
      Field.number(
          Unit.SHARE,
          "discount_share",
          "Discounts divided by the full price of everything bought, 0 to 1, over the lines of"
              + " which either is known; null where there are none.");
  public static final Field FULL_PRICE_SHARE =
      Field.number(
          Unit.SHARE,
          "full_price_share",
          "Share of orders without a discount, 0 to 1, among those of which the discount is known;"
              + " null where there are none.");
  public static final Field PROMOTION_FREE_SHARE =
      Field.number(
          Unit.SHARE,
          "promotion_free_share",
          "Share of orders without a promotion, 0 to 1; null where promotions are not known.");
  public static final Field REFUND_SHARE =
      Field.number(
          Unit.SHARE,
          "refund_share",
          "Amount refunded divided by amount bought, 0 to 1; 1 where more was refunded than bought,"
              + " null where nothing was paid.");

  public static final Field REVIEWS_LIFETIME =
      Field.count(Unit.REVIEWS, "reviews_lifetime", "Reviews written to date.");
  public static final Field REVIEWS_PER_ORDER =
      Field.number(Unit.REVIEWS_PER_ORDER, "reviews_per_order", "Reviews to date per order.");
  public static final Field RATING_MEAN =
      Field.number(Unit.RATING, "rating_mean", "Mean rating to date; null without a review.");
  public static final Field RATING_SPREAD =
      Field.number(
          Unit.RATING,
          "rating_spread",
          "Highest less lowest rating given, on the rating scale; null without a review.");
  public static final Field LOW_RATINGS_LIFETIME =
      Field.count(
          Unit.REVIEWS,
          "low_ratings_lifetime",
          "Reviews to date with a rating in the lower half of the scale.");
  public static final Field REVIEW_LENGTH_MEAN =
      Field.number(
          Unit.CHARACTERS,
          "review_length_mean",
          "Mean characters of a review's text; null without a text.");
  public static final Field HELPFUL_VOTES_LIFETIME =
      Field.count(
          Unit.VOTES,
          "helpful_votes_lifetime",
          "Helpful votes that others gave to the customer's reviews; null where not recorded.");

  public static final Field EVENTS_LIFETIME =
      Field.count(Unit.EVENTS, "events_lifetime", "Engagement events to date.");
  public static final Field VIEWS_LIFETIME =
      Field.count(Unit.TIMES, "views_lifetime", "Product views to date.");
  public static final Field OPENS_LIFETIME =
      Field.count(Unit.TIMES, "opens_lifetime", "Messages opened to date.");
  public static final Field CLICKS_LIFETIME =
      Field.count(Unit.TIMES, "clicks_lifetime", "Messages clicked to date.");
  public static final Field REPLIES_LIFETIME =
      Field.count(Unit.TIMES, "replies_lifetime", "Replies and comments to date.");
  public static final Field SHARES_LIFETIME =
      Field.count(Unit.TIMES, "shares_lifetime", "Times the customer shared something to date.");
  public static final Field UNSUBSCRIBES_LIFETIME =
      Field.count(Unit.TIMES, "unsubscribes_lifetime", "Times the customer unsubscribed to date.");
  public static final Field DAYS_SINCE_LAST_EVENT =
      Field.count(
          Unit.DAYS,
          "days_since_last_event",
          "Days from the latest engagement event to the as-of day; null without one.");

  public static final Field QUALITY_PAY =
      Field.number(
          Unit.POINTS,
          "quality_pay",
          "Willing to pay (기꺼이 지불), 0 to 100: a weighted mean of percentile ranks, see"
              + " features.qualities; null where no part of it could be measured.");
  public static final Field QUALITY_APPRECIATE =
      QUALITY_PAY.renamed(
          "quality_appreciate", "Appreciates what is done (감사), 0 to 100; made as quality_pay is.");
  public static final Field QUALITY_COMMUNICATE =
      QUALITY_PAY.renamed(
          "quality_communicate", "Easy to talk with (의사소통), 0 to 100; made as quality_pay is.");
  public static final Field QUALITY_RETURN =
      QUALITY_PAY.renamed(
          "quality_return", "Keeps coming back (재방문), 0 to 100; made as quality_pay is.");
  public static final Field QUALITY_REFER =
      QUALITY_PAY.renamed("quality_refer", "Recommends (추천), 0 to 100; made as quality_pay is.");

  /** The five qualities, in the order in which they are shown. */
  public static final List<Field> QUALITIES =
      List.of(QUALITY_PAY, QUALITY_APPRECIATE, QUALITY_COMMUNICATE, QUALITY_RETURN, QUALITY_REFER);

  public static final Field DANGOL_INDEX =
      Field.number(
          Unit.POINTS,
          "dangol_index",
          "The dangol (단골) index, 0 to 100: the mean of the five quality scores weighted by"
              + " features.dangol-index, over those that could be measured; null where none"
              + " could.");

  public static final List<Field> PURCHASE_FEATURES =
      List.of(
          FIRST_ORDER_ON,
          LAST_ORDER_ON,
          FREQUENCY,
          RECENCY_DAYS,
          AGE_DAYS,
          MONETARY_VALUE,
          DAYS_SINCE_LAST_ORDER,
          ORDERS_LIFETIME,
          NET_SALES_LIFETIME,
          REFUNDS_LIFETIME,
          ORDER_VALUE,
          CATEGORIES_LIFETIME,
          DISCOUNT_SHARE,
          FULL_PRICE_SHARE,
          PROMOTION_FREE_SHARE,
          REFUND_SHARE);

  private FeatureColumns() {}

  /** Orders in the window of days that ends with the as-of day. */
  public static Field orders(int window) {
    return ORDERS_LIFETIME.windowed(window, "Orders in the last {days} days.");
  }

  /** Net sales in the window of days that ends with the as-of day. */
  public static Field netSales(int window) {
    return NET_SALES_LIFETIME.windowed(window, "Net sales in the last {days} days, less refunds.");
  }
}
