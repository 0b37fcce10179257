package dev.dangol.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/**
 * Intermediate columns between purchase lines and features: orders, then purchase days of a
 * customer. They are never stored.
 */
public final class DayColumns {
  public static final Field ORDER_KEY =
      Field.text("order_key", "The order's id; null for lines without one.");
  public static final Field ORDER_DAY =
      Field.day(
          "order_day", "The day that identifies the order of lines without an id, else null.");
  public static final Field ORDERED_ON =
      Field.day("ordered_on", "The day of the order's first line; null for a refund on its own.");
  public static final Field COUNTED_ON =
      Field.day("counted_on", "The day on which the order's net sales count.");
  public static final Field NET = Field.units("net", "Net amount, less refunds.");
  public static final Field GROSS = Field.units("gross", "Amount bought, refunds not taken off.");
  public static final Field REFUNDED = Field.units("refunded", "Amount refunded, positive.");
  public static final Field LIST =
      Field.units("list", "Amount bought at full price; null unknown.");
  public static final Field DISCOUNT = Field.units("discount", "Amount taken off; null unknown.");
  public static final Field MARGIN = Field.units("day_margin", "Margin; null where not known.");
  public static final Field ORDERS = Field.count("orders", "Orders.");
  public static final Field PRICED_ORDERS =
      Field.count("priced_orders", "Orders of which the discount is known, be it none.");
  public static final Field DISCOUNTED_ORDERS =
      Field.count("discounted_orders", "Orders with a discount.");
  public static final Field PROMOTED_ORDERS =
      Field.count("promoted_orders", "Orders with a promotion.");
  public static final Field DISCOUNTED =
      Field.units("discounted", "Amount taken off the orders with a discount; null unknown.");
  public static final Field DISCOUNTED_LIST =
      Field.units("discounted_list", "Full price of the orders with a discount; null unknown.");
  public static final Field QUANTITY =
      Field.units("pieces", "Ten-thousandths of pieces bought; null where no quantity is known.");
  public static final Field LINED_ORDERS =
      Field.count("lined_orders", "Orders of which a product line is the first by name.");
  public static final Field FIRST_LINE =
      Field.text("first_line", "The first by name of an order's product lines; null unknown.");
  public static final Field BOUGHT_ON = Field.day("bought_on", "The day of a purchase.");

  public static final Field HAPPENED_ON = Field.day("happened_on", "The day of an event.");
  public static final Field EVENT_KIND =
      Field.count(
          "event_kind",
          "The number of an event's kind among those that are counted, from 0; null for any"
              + " other.");

  /** One entry a day, so that the busiest customer's list is no longer than the calendar. */
  public static final Field PURCHASE_DAYS =
      new Field(
          "purchase_days",
          DataTypes.createArrayType(DataTypes.DateType),
          false,
          "The customer's purchase days, each once, in order.");

  /** As bounded as the purchase days; the sums of a day as {@link #COUNTED_ON} and others say. */
  public static final Field DAYS =
      new Field(
          "days",
          DataTypes.createArrayType(
              Field.schema(List.of(COUNTED_ON, ORDERS, NET, GROSS, MARGIN)), false),
          false,
          "The customer's days with orders or refunds, each once, in order.");

  /** As bounded as the purchase days. */
  public static final Field GAPS =
      new Field(
          "gaps",
          DataTypes.createArrayType(DataTypes.IntegerType),
          false,
          "Days between neighbouring purchase days, the shortest first.");

  public static final Field DAYS_SO_FAR =
      Field.count("days_so_far", "Days from a purchase day to the as-of day.");
  public static final Field DAYS_TO_NEXT =
      Field.count(
          "days_to_next", "Days from a purchase day to the next one; null where none followed.");
  public static final Field RETURNED =
      Field.count("returned", "Customers who bought once more within the days waited for.");

  private DayColumns() {}
}
