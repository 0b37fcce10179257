package dev.dangol.sample;

import java.util.List;

/**
 * Something the shop sells.
 *
 * @param sku its code
 * @param line the line of products that it belongs to
 * @param listPrice full price of one piece, in won
 */
record ShopProduct(String sku, Category category, Line line, long listPrice) {
  private static final int PER_LINE = 10;
  private static final List<Category> CATEGORIES = List.of(Category.values());

  /** A line of products, from everyday things to dear ones. */
  enum Line {
    DAILY("데일리", 0.8),
    SEASON("시즌", 1.1),
    PREMIUM("프리미엄", 2.4);

    final String label;
    final double priceFactor;

    Line(String label, double priceFactor) {
      this.label = label;
      this.priceFactor = priceFactor;
    }
  }

  /** A product that fits somebody with this favourite category, about half of the time from it. */
  static ShopProduct chosen(Shop shop, Draws draws, Category favourite, double premiumShare) {
    Category category = draws.chance(0.45) ? favourite : draws.one(CATEGORIES);
    Line line =
        draws.chance(premiumShare) ? Line.PREMIUM : draws.chance(0.6) ? Line.DAILY : Line.SEASON;
    return numbered(shop, category, line, draws.whole(1, PER_LINE));
  }

  private static ShopProduct numbered(Shop shop, Category category, Line line, int number) {
    String sku = category.name().substring(0, 2) + "-" + line.name().charAt(0) + "-" + number;
    Draws draws = shop.draws(sku.hashCode(), Draws.Purpose.PRODUCT);
    double price = category.usualPrice * line.priceFactor * Math.exp(draws.normal(0, 0.25));
    return new ShopProduct(sku, category, line, Math.max(10, Math.round(price / 100)) * 100);
  }
}
