package dev.dangol.table.features;

import dev.dangol.table.Field;
import dev.dangol.table.Unit;
import java.util.List;

/** Columns of {@code customer_features} on purchases, beyond the basic ones. */
public final class SalesColumns {
  public static final Field ITEMS_LIFETIME =
      Field.number(
          Unit.PIECES,
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
          Unit.SHARE,
          "discount_depth",
          "Discounts divided by the full price, 0 to 1, over the orders with a discount; null"
              + " without one.");
  public static final Field PROMOTION_FREE_ORDERS_LIFETIME =
      Field.count(
          Unit.ORDERS,
          "promotion_free_orders_lifetime",
          "Orders to date without a promotion; null where promotions are not known.");
  public static final Field PRODUCT_LINE_CONCENTRATION =
      Field.number(
          Unit.SHARE,
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
          Unit.SHARE,
          "sales_growth",
          "Net sales in the longest window less those in as many days before it, divided by the sum"
              + " of their absolute amounts, -1 to 1; null where both are 0, or where the first"
              + " purchase is not older than the window.");
  public static final Field POTENTIAL_SCORE =
      Field.number(
          Unit.POINTS,
          "potential_score",
          "Growth apart from size, 0 to 100: 50 and half of what the percentile rank of"
              + " sales_growth is above that of net_sales_lifetime, each 0 to 100; null where"
              + " sales_growth is.");

  /** The columns that need no comparison with other customers, in order. */
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

  private static final Field PRODUCTS =
      Field.count(
          Unit.PRODUCTS,
          "products",
          "Different products bought on the last {days} days, on whatever day their order began; 0"
              + " where nothing was bought on them, null where no product_id of theirs is known.");

  private SalesColumns() {}

  /** Pieces bought in the window of days that ends with the as-of day. */
  public static Field items(int window) {
    return ITEMS_LIFETIME.windowed(
        window,
        "Pieces bought in the last {days} days; 0 without an order in them, null where none of"
            + " their quantities is known.");
  }

  /** Margin in the window of days that ends with the as-of day. */
  public static Field margin(int window) {
    return MARGIN_LIFETIME.windowed(
        window,
        "Margin in the last {days} days, made as margin_lifetime is; 0 without an order in them.");
  }

  /** Net sales per order in the window of days that ends with the as-of day. */
  public static Field orderValue(int window) {
    return FeatureColumns.ORDER_VALUE.windowed(
        window,
        "Net sales in the last {days} days per order in them, in the reporting currency; null"
            + " without an order in them.");
  }

  /** Categories bought in the window of days that ends with the as-of day. */
  public static Field categories(int window) {
    return FeatureColumns.CATEGORIES_LIFETIME.windowed(
        window,
        "Different categories of what was bought on the last {days} days, on whatever day its"
            + " order began; 0 where nothing was bought on them, null where none of its"
            + " categories is known.");
  }

  /** Products bought in the window of days that ends with the as-of day. */
  public static Field products(int window) {
    return PRODUCTS.windowed(window);
  }

  /** Concentration on one product line in the window of days that ends with the as-of day. */
  public static Field productLineConcentration(int window) {
    return PRODUCT_LINE_CONCENTRATION.windowed(
        window,
        "As product_line_concentration, over the orders in the last {days} days; null where no"
            + " product line of theirs is known.");
  }

  /** Orders at full price in the window of days that ends with the as-of day. */
  public static Field fullPriceShare(int window) {
    return FeatureColumns.FULL_PRICE_SHARE.windowed(
        window,
        "As full_price_share, over the orders in the last {days} days; null where the discount of"
            + " none of them is known.");
  }

  /** Depth of discounts in the window of days that ends with the as-of day. */
  public static Field discountDepth(int window) {
    return DISCOUNT_DEPTH.windowed(
        window,
        "As discount_depth, over the orders in the last {days} days; null where none of them has"
            + " a discount.");
  }

  /** Orders without a promotion in the window of days that ends with the as-of day. */
  public static Field promotionFreeOrders(int window) {
    return PROMOTION_FREE_ORDERS_LIFETIME.windowed(
        window,
        "Orders in the last {days} days without a promotion; 0 where there are none, null where"
            + " promotions are not known.");
  }

  /** The columns of a window, in order. */
  public static List<Field> inWindow(int window) {
    return List.of(
        items(window),
        margin(window),
        orderValue(window),
        categories(window),
        products(window),
        productLineConcentration(window),
        fullPriceShare(window),
        discountDepth(window),
        promotionFreeOrders(window));
  }
}
