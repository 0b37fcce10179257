package dev.dangol.table.features;

import dev.dangol.table.Field;
import dev.dangol.table.Unit;
import java.util.List;

/**
 * Columns of {@code customer_features} on the rhythm of buying. A gap is the number of days between
 * two neighbouring purchase days; a customer who bought on one day only has none.
 */
public final class RhythmColumns {
  public static final Field MEAN_GAP_DAYS =
      Field.number(
          Unit.DAYS,
          "mean_gap_days",
          "Mean days between neighbouring purchase days; null without a second purchase day.");
  public static final Field MEDIAN_GAP_DAYS =
      Field.number(
          Unit.DAYS,
          "median_gap_days",
          "Median days between neighbouring purchase days, of an even number of gaps the mean of"
              + " the middle two; null without a second purchase day.");
  public static final Field GAP_VARIABILITY =
      Field.number(
          Unit.MULTIPLE,
          "gap_variability",
          "Standard deviation of the days between neighbouring purchase days, over all of them"
              + " and not a sample, divided by their mean; 0 where all gaps are alike, so also for"
              + " a single one; null without a second purchase day.");
  public static final Field EXPECTED_NEXT_ORDER_ON =
      Field.day(
          "expected_next_order_on",
          "The latest purchase day and median_gap_days, half a day rounded up to a whole one; it"
              + " may have passed; null without a second purchase day.");
  public static final Field OVERDUE_RATIO =
      Field.number(
          Unit.MULTIPLE,
          "overdue_ratio",
          "Days since the latest purchase day divided by median_gap_days: above 1 the customer is"
              + " later than usual; null without a second purchase day.");
  public static final Field SECOND_ORDER_DAYS =
      Field.count(
          Unit.DAYS,
          "second_order_days",
          "Days from the first purchase day to the second; null without a second purchase day.");
  public static final Field SECOND_ORDER_WITHIN_CYCLE =
      Field.flag(
          "second_order_within_cycle",
          "True where second_order_days is at most the product's cycle: features.cycle-days, else"
              + " that of the category bought first (product_cycles; of two on one day the first by"
              + " name), else the median of median_gap_days over the customers who have one; false"
              + " where it is more, or where the last day of the cycle is over without a second"
              + " purchase day; null while the cycle is still open, or where it is not known.");

  public static final Field ONE_AND_DONE =
      Field.flag(
          "one_and_done",
          "True where the customer has one order to date and it is older than the product's cycle,"
              + " as second_order_within_cycle has it: the last day of the cycle is over; false"
              + " with two orders or more, be it on one day, and while the cycle is still open;"
              + " null where the cycle is not known.");

  /** All of them, in order. */
  public static final List<Field> FEATURES =
      List.of(
          MEAN_GAP_DAYS,
          MEDIAN_GAP_DAYS,
          GAP_VARIABILITY,
          EXPECTED_NEXT_ORDER_ON,
          OVERDUE_RATIO,
          SECOND_ORDER_DAYS,
          SECOND_ORDER_WITHIN_CYCLE,
          ONE_AND_DONE);

  private RhythmColumns() {}
}
