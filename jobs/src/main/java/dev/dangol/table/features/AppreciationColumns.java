package dev.dangol.table.features;

import dev.dangol.table.Field;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of {@code customer_features} on what goes on after a purchase. */
public final class AppreciationColumns {
  public static final Field CONTACT_AFTER_ORDER_SHARE =
      Field.number(
          Unit.SHARE,
          "contact_after_order_share",
          "Share of the purchase days on which, in the 30 days after them, the customer replied or"
              + " commented, wrote a review, or asked for help that was solved, 0 to 1. Help is"
              + " solved by a case resolved for good, on the day it was opened, or where no case"
              + " was opened on the day of a help event or the next. Purchase days whose 30 days"
              + " are not over by the as-of day do not count; null without any other.");
  public static final Field COMPLAINTS_PER_ORDER =
      Field.number(
          Unit.COMPLAINTS_PER_ORDER,
          "complaints_per_order",
          "Support cases and ratings in the lower half of the scale to date, as far as either is"
              + " known, per order.");

  public static final List<Field> FEATURES =
      List.of(CONTACT_AFTER_ORDER_SHARE, COMPLAINTS_PER_ORDER);

  private AppreciationColumns() {}
}
