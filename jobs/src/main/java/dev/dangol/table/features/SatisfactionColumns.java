package dev.dangol.table.features;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;

/**
 * Columns of {@code satisfaction} and {@code satisfaction_curve}, and those of {@code
 * customer_features} that come from them. Everything is on a scale from 0 to 1; the gap is what was
 * delivered less what was expected, after Oliver, "A Cognitive Model of the Antecedents and
 * Consequences of Satisfaction Decisions" (1980).
 */
public final class SatisfactionColumns {
  public static final Field SEGMENT =
      Field.text(
              "segment",
              "The customer's rfm_group on the day from which the row looks; all for all"
                  + " customers.")
          .asRequired();

  public static final Field PRICE_RANK =
      Field.number(
          "expected_price_rank",
          "Mean over the customer's lines of the percentile rank of their unit price (net_amount"
              + " divided by quantity, of which none is 1) among all lines of the category, 0 to 1:"
              + " the share of lines that cost less and half of those that cost the same; null"
              + " where no line has a category.");
  public static final Field PAST_RATING =
      Field.number(
          "expected_past_rating",
          "Mean of the ratings they gave before their latest review, 0 for the lowest of"
              + " quality.rating-scale to 1 for the highest; of reviews at one moment the highest"
              + " rating is the latest; null before a second review.");
  public static final Field PEERS =
      Field.number(
          "expected_peers",
          "Mean of delivered over their peers, the customer included: all customers, or those of"
              + " their segment where features.satisfaction.peers says so; null where none of them"
              + " has it.");
  public static final Field RATING =
      Field.number(
          "delivered_rating",
          "Mean of all their ratings, scaled as expected_past_rating is; null without a review.");
  public static final Field ON_TIME =
      Field.number(
          "delivered_on_time",
          "deliveries less late_deliveries, divided by deliveries; null without deliveries.");
  public static final Field FAULT_FREE =
      Field.number(
          "delivered_fault_free",
          "1 less faults divided by orders, at least 0; null for everyone where neither refunds of"
              + " orders nor faults of support cases are known.");
  public static final Field SURVEY =
      Field.number(
          "delivered_survey",
          "Mean of their survey answers, each from 0 for its scale_min to 1 for its scale_max; null"
              + " without an answer that has all three.");

  public static final Field DELIVERIES =
      Field.count(
          "deliveries",
          "Purchase lines with a promised time that were delivered by the as-of day, or whose"
              + " promise has passed by its end; null where deliveries are not known.");
  public static final Field LATE_DELIVERIES =
      Field.count(
          "late_deliveries",
          "Of those, the lines delivered after the promised time, or not yet; null where deliveries"
              + " are not known.");
  public static final Field ORDERS =
      Field.count(
              "orders", "Orders to date; where orders have no id, the lines of one day are one.")
          .asRequired();
  public static final Field FAULTS =
      Field.count(
              "faults",
              "Orders with a refund that names them, and support cases with a fault: a case names"
                  + " no order and counts as one.")
          .asRequired();

  public static final Field EXPECTED =
      Field.number(
          Unit.OF_ONE,
          "expected",
          "What the customer expects, 0 to 1: the mean of the expected_ parts weighted by"
              + " features.satisfaction.expected, over those that could be measured; null where"
              + " none could.");
  public static final Field DELIVERED =
      Field.number(
          Unit.OF_ONE,
          "delivered",
          "What they were given, 0 to 1: the mean of the delivered_ parts weighted by"
              + " features.satisfaction.delivered, over those that could be measured; null where"
              + " none could.");
  public static final Field GAP =
      Field.number(
          Unit.OF_ONE,
          "gap",
          "delivered less expected, -1 to 1: above 0 they were given more than they expected; null"
              + " where either is.");

  /** The parts of what is expected, in the order of their weights. */
  public static final List<Field> EXPECTED_PARTS = List.of(PRICE_RANK, PAST_RATING, PEERS);

  /** The parts of what is delivered, in the order of their weights. */
  public static final List<Field> DELIVERED_PARTS = List.of(RATING, ON_TIME, FAULT_FREE, SURVEY);

  public static final Table TABLE =
      new Table(
          "satisfaction",
          "A customer who has bought by the as-of day: what they expect, what they were given, and"
              + " the gap between them, with all parts.",
          List.of(SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID),
          List.of(
              SharedColumns.AS_OF,
              SharedColumns.CUSTOMER_ID,
              SEGMENT,
              EXPECTED,
              DELIVERED,
              GAP,
              PRICE_RANK,
              PAST_RATING,
              PEERS,
              RATING,
              ON_TIME,
              FAULT_FREE,
              SURVEY,
              ORDERS,
              FAULTS,
              DELIVERIES,
              LATE_DELIVERIES));

  public static final Field FROM_ON =
      Field.day(
              "from_on",
              "The day as of which gaps and segments are measured: the as-of day less"
                  + " features.satisfaction.curve-days.")
          .asRequired();
  public static final Field GAP_FROM =
      Field.number("gap_from", "The least gap of the bucket, a tenth wide.").asRequired();
  public static final Field GAP_TO =
      Field.number(
              "gap_to", "The gap that the bucket ends below; the highest bucket includes it, 1.")
          .asRequired();
  public static final Field RETAINED =
      Field.count("retained", "Of those, the customers with a purchase after from_on, up to as_of.")
          .asRequired();
  public static final Field RETAINED_SHARE =
      Field.number("retained_share", "retained divided by customers, 0 to 1.").asRequired();

  public static final Table CURVE =
      new Table(
          "satisfaction_curve",
          "Customers whose satisfaction gap lay in a bucket on an earlier day, and how many of them"
              + " have bought since; a row without customers is left out, and a customer without a"
              + " gap is in none.",
          List.of(SharedColumns.AS_OF, SEGMENT, GAP_FROM),
          List.of(
              SharedColumns.AS_OF,
              SEGMENT,
              GAP_FROM,
              GAP_TO,
              FROM_ON,
              RepeatColumns.CUSTOMERS.renamed(
                  "customers", "Customers whose gap lay in the bucket as of from_on."),
              RETAINED,
              RETAINED_SHARE));

  public static final Field CUSTOMER_EXPECTED =
      EXPECTED.renamed("satisfaction_expected", "The same as satisfaction.expected, 0 to 1.");
  public static final Field CUSTOMER_DELIVERED =
      DELIVERED.renamed("satisfaction_delivered", "The same as satisfaction.delivered, 0 to 1.");
  public static final Field CUSTOMER_GAP =
      GAP.renamed(
          "satisfaction_gap",
          "satisfaction_delivered less satisfaction_expected, -1 to 1; null where either is.");

  /** The columns of customer_features among them, in order. */
  public static final List<Field> FEATURES =
      List.of(CUSTOMER_EXPECTED, CUSTOMER_DELIVERED, CUSTOMER_GAP);

  private SatisfactionColumns() {}
}
