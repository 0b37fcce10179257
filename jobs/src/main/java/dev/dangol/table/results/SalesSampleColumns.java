package dev.dangol.table.results;

import dev.dangol.table.Field;

/**
 * Intermediate columns between purchase days and the learned model of net sales. They are never
 * stored.
 */
public final class SalesSampleColumns {
  public static final Field DAY_NUMBER = Field.count("day_number", "Days since 1970-01-01.");
  public static final Field DAY_SALES =
      Field.number("day_sales", "Net sales of the day, refunds taken off, in the major unit.");
  public static final Field IS_PURCHASE =
      Field.flag("is_purchase", "True for a purchase day, false for a day of refunds alone.");
  public static final Field TRAINED_ON =
      Field.numberList("trained_on", "Features as of two spans before the day; null for none.");
  public static final Field TRAINED_LATER =
      Field.number("trained_later", "Net sales of the span after them.");
  public static final Field JUDGED_ON =
      Field.numberList("judged_on", "Features as of one span before the day; null for none.");
  public static final Field JUDGED_LATER =
      Field.number("judged_later", "Net sales of the span after them.");
  public static final Field SCORED_ON =
      Field.numberList("scored_on", "Features as of the day; null for none.");
  public static final Field LEARNED_SALES =
      Field.number("learned_sales", "Net sales to expect by the learned model, discounted.");

  private SalesSampleColumns() {}
}
