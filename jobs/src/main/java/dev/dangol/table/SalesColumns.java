package dev.dangol.table;

import java.util.List;

/** Columns of {@code customer_features} on what was bought, beside the first ones. */
public final class SalesColumns {
  public static final Field ITEMS_LIFETIME =
      Field.number(
          "items_lifetime",
          "Pieces bought to date, over the lines whose quantity is known; refunds are not taken"
              + " off. Null where no quantity is known.");
  public static final Field MARGIN_LIFETIME =
      Field.total(
          "margin_lifetime",
          "Margin to date, less refunds: net sales less cost where every line of an order has one,"
              + " else the share value.margin of them; null where any of it is not known.");
  public static final Field DISCOUNTS_LIFETIME =
      Field.total(
          "discounts_lifetime", "Amount taken off the full price to date; null where not known.");
  public static final Field DISCOUNT_DEPTH =
      Field.number(
          "discount_depth",
          "Discounts divided by the full price, 0 to 1, over the orders with a discount; null"
              + " without one.");
  public static final Field PROMOTION_FREE_ORDERS_LIFETIME =
      Field.count(
          "promotion_free_orders_lifetime",
          "Orders to date without a promotion; null where promotions are not known.");
  public static final Field PRODUCT_LINE_CONCENTRATION =
      Field.number(
          "product_line_concentration",
          "The orders that hold the product line bought most often, divided by all orders with a"
              + " known product line, 0 to 1; null where none is known.");
  public static final Field FAVOURITE_PRODUCT_LINE =
      Field.text(
          "favourite_product_line",
          "The product line that most of the orders hold, of several the first by name; null where"
              + " none is known.");
  public static final Field SALES_GROWTH =
      Field.number(
          "sales_growth",
          "Net sales in the longest window less those in as many days before it, divided by the sum"
              + " of their absolute amounts, -1 to 1; null where both are 0, or where the first"
              + " purchase is not older than the window.");
  public static final Field POTENTIAL_SCORE =
      Field.number(
          "potential_score",
          "Growth apart from size, 0 to 100: 50 and half of what the percentile rank of"
              + " sales_growth is above that of net_sales_lifetime, each 0 to 100; null where"
              + " sales_growth is.");

  /** Those that need no comparison with other customers, in order. */
  public static final List<Field> FEATURES =
      List.of(
          ITEMS_LIFETIME,
          MARGIN_LIFETIME,
          DISCOUNTS_LIFETIME,
          DISCOUNT_DEPTH,
          PROMOTION_FREE_ORDERS_LIFETIME,
          PRODUCT_LINE_CONCENTRATION,
          FAVOURITE_PRODUCT_LINE,
          SALES_GROWTH);

  private SalesColumns() {}

  /** Pieces bought in the window of days that ends with the as-of day. */
  public static Field items(int window) {
    return ITEMS_LIFETIME.named(
        "items_" + window + "d",
        "Pieces bought in the last "
            + window
            + " days; 0 without an order in them, null where none of their quantities is known.");
  }

  /** Margin in the window of days that ends with the as-of day. */
  public static Field margin(int window) {
    return MARGIN_LIFETIME.named(
        "margin_" + window + "d",
        "Margin in the last "
            + window
            + " days, made as margin_lifetime is; 0 without an order in them.");
  }

  /** Those of a window, in order. */
  public static List<Field> inWindow(int window) {
    return List.of(items(window), margin(window));
  }
}
