package dev.dangol.features.likelihoods;

import dev.dangol.table.Field;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** Columns of a customer as of an observation day, never stored. Sales are in ten-thousandths. */
final class SpanColumns {
  static final Field FIRST_ON = Field.day("_first_on", "The first purchase day so far.");
  static final Field LAST_ON = Field.day("_last_on", "The latest purchase day so far.");
  static final Field BUY_DAYS = Field.count("_buy_days", "Purchase days so far.");
  static final Field ORDERS_LAST = Field.count("_orders_last", "Orders of the last span.");
  static final Field ORDERS_BEFORE = Field.count("_orders_before", "Those of the span before it.");
  static final Field GROSS = Field.units("_gross", "Amount bought so far, refunds not taken off.");
  static final Field GROSS_LAST = Field.units("_gross_last", "That of the last span.");
  static final Field GROSS_BEFORE = Field.units("_gross_before", "That of the span before it.");
  static final Field NET_LAST = Field.units("_net_last", "Net sales of the last span.");
  static final Field NET_NEXT = Field.units("_net_next", "Net sales of the next span.");

  static final Field REVIEWS = Field.count("_reviews", "Reviews so far.");
  static final Field REVIEWS_LAST = Field.count("_reviews_last", "Reviews of the last span.");
  static final Field RATINGS =
      new Field("_ratings", DataTypes.createDecimalType(28, 9), false, "Their ratings, added up.");
  static final Field LATEST_RATING = Field.number("_latest_rating", "The latest rating so far.");
  static final Field NEXT_RATING = Field.number("_next_rating", "The first of the next span.");
  static final Field HELPFUL = Field.count("_helpful", "Helpful reviews so far.");
  static final Field HELPFUL_NEXT = Field.count("_helpful_next", "Those of the next span.");

  static final Field EVENTS_LAST = Field.count("_events_last", "Events of the last span.");
  static final Field SHARES = Field.count("_shares", "Share events so far.");
  static final Field SHARES_LAST = Field.count("_shares_last", "Those of the last span.");
  static final Field SHARES_NEXT = Field.count("_shares_next", "Those of the next span.");

  static final Field REFERRALS = Field.count("_referrals", "Referrals made so far.");
  static final Field REFERRALS_LAST = Field.count("_referrals_last", "Those of the last span.");
  static final Field REFERRALS_NEXT = Field.count("_referrals_next", "Those of the next span.");

  static final Field STRIKES = Field.count("_strikes", "Bad experiences so far.");
  static final Field STRIKES_LAST = Field.count("_strikes_last", "Those of the last span.");
  static final Field STRIKES_NEXT = Field.count("_strikes_next", "Those of the next span.");

  /** All of them, in order. */
  static final List<Field> ALL =
      List.of(
          FIRST_ON,
          LAST_ON,
          BUY_DAYS,
          ORDERS_LAST,
          ORDERS_BEFORE,
          GROSS,
          GROSS_LAST,
          GROSS_BEFORE,
          NET_LAST,
          NET_NEXT,
          REVIEWS,
          REVIEWS_LAST,
          RATINGS,
          LATEST_RATING,
          NEXT_RATING,
          HELPFUL,
          HELPFUL_NEXT,
          EVENTS_LAST,
          SHARES,
          SHARES_LAST,
          SHARES_NEXT,
          REFERRALS,
          REFERRALS_LAST,
          REFERRALS_NEXT,
          STRIKES,
          STRIKES_LAST,
          STRIKES_NEXT);

  /** The day that a row is as of. */
  static final Field CUT = Field.day("_cut", "The observation day.");

  static final Field HALF = Field.flag("_half", "True for the first half, drawn by chance.");
  static final Field NUMBERS =
      new Field(
          "_numbers",
          DataTypes.createArrayType(DataTypes.DoubleType),
          false,
          "All that is known of the customer on the day, as numbers.");

  private SpanColumns() {}

  /** The column as of one of the observation days, in a row that holds all of them. */
  static Field at(Field field, int cut) {
    return field.renamed(field.name() + "_" + cut, field.meaning());
  }

  /** True for what is counted, which is 0 where nothing happened. */
  static boolean counts(Field field) {
    return field.type().equals(DataTypes.LongType);
  }
}
