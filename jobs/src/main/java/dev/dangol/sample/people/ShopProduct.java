package dev.dangol.sample.people;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Something the shop sells.
 *
 * @param sku its code
 * @param line the line of products that it belongs to
 * @param listPrice full price of one piece, in won
 */
public record ShopProduct(String sku, ProductCategory category, ProductLine line, long listPrice) {
  private static final int PER_LINE = 10;
  private static final List<ProductCategory> CATEGORIES = List.of(ProductCategory.values());

  /** A line of products, from everyday things to expensive ones. */
  public enum ProductLine {
    DAILY("데일리", 0.8),
    SEASON("시즌", 1.1),
    PREMIUM("프리미엄", 2.4);

    public final String label;
    final double priceFactor;

    ProductLine(String label, double priceFactor) {
      this.label = label;
      this.priceFactor = priceFactor;
    }
  }

  /** A product for a customer with this favourite category, about half of the time from it. */
  static ShopProduct choose(
      ShopPopulation shop, SeededDraws draws, ProductCategory favourite, double premiumShare) {
    ProductCategory category = draws.chance(0.45) ? favourite : draws.one(CATEGORIES);
    ProductLine line =
        draws.chance(premiumShare)
            ? ProductLine.PREMIUM
            : draws.chance(0.6) ? ProductLine.DAILY : ProductLine.SEASON;
    return number(shop, category, line, draws.whole(1, PER_LINE));
  }

  /** The products of a line of a category. */
  static List<ShopProduct> of(ShopPopulation shop, ProductCategory category, ProductLine line) {
    return IntStream.rangeClosed(1, PER_LINE)
        .mapToObj(number -> number(shop, category, line, number))
        .toList();
  }

  private static ShopProduct number(
      ShopPopulation shop, ProductCategory category, ProductLine line, int number) {
    String sku = category.name().substring(0, 2) + "-" + line.name().charAt(0) + "-" + number;
    SeededDraws draws = shop.draws(sku.hashCode(), SeededDraws.DrawPurpose.PRODUCT);
    double price = category.usualPrice * line.priceFactor * Math.exp(draws.normal(0, 0.25));
    return new ShopProduct(sku, category, line, Math.max(10, Math.round(price / 100)) * 100);
  }
}
