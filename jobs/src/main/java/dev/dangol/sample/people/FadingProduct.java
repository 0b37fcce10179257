package dev.dangol.sample.people;

/** Product that has become worse, evenly over the two years; of all others none has changed. */
public final class FadingProduct {
  /** Its code. */
  public static final String SKU = "OU-D-2";

  /** Change of its rating within ninety days, in stars. */
  public static final double CHANGE = -0.3;

  private static final double SPAN_DAYS = 90;

  private FadingProduct() {}

  /** The stars that a review of a product loses, by the day of the order. */
  public static double lostStars(ShopProduct product, double day) {
    return product.sku().equals(SKU) ? -CHANGE * day / SPAN_DAYS : 0;
  }
}
