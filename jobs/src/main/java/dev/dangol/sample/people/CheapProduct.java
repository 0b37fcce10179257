package dev.dangol.sample.people;

/**
 * Product that disappoints because it is cheap: the cheapest of the everyday things of one category
 * do. In all other categories prices make no difference to ratings.
 */
public final class CheapProduct {
  /** The category. */
  public static final ProductCategory CATEGORY = ProductCategory.COFFEE;

  private static final double STARS = 0.9;
  private static final int CHEAPEST = 5;

  private CheapProduct() {}

  /**
   * True for a product that disappoints; all of these are in the cheapest third of what is sold.
   */
  public static boolean disappoints(ShopPopulation shop, ShopProduct product) {
    return product.category() == CATEGORY
        && product.line() == ShopProduct.ProductLine.DAILY
        && ShopProduct.of(shop, CATEGORY, product.line()).stream()
                .filter(other -> other.listPrice() < product.listPrice())
                .count()
            < CHEAPEST;
  }

  /** The stars that a review of a product loses. */
  static double lostStars(ShopPopulation shop, ShopProduct product) {
    return disappoints(shop, product) ? STARS : 0;
  }
}
