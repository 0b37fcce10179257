package dev.dangol.experience;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Price of a product: its net sales divided by the pieces sold, in the reporting currency.
 *
 * @param lines how many lines bought it
 */
record ProductPrice(String product, double lines, double price) {
  private static final List<String> BANDS = List.of("low", "middle", "high");
  private static final Comparator<ProductPrice> CHEAPEST =
      Comparator.comparingDouble(ProductPrice::price).thenComparing(ProductPrice::product);

  /** The category in which most lines bought each product, of equal ones the first by name. */
  static Map<String, String> categories(Map<List<String>, double[]> prices) {
    Map<String, String> categories = new TreeMap<>();
    prices.forEach(
        (key, figures) ->
            categories.merge(
                key.get(0),
                key.get(1),
                (one, other) -> {
                  double lines = prices.get(List.of(key.get(0), one))[0];
                  boolean first = lines == figures[0] && one.compareTo(other) < 0;
                  return lines > figures[0] || first ? one : other;
                }));
    return categories;
  }

  /** The products of each category, the cheapest first. */
  static Map<String, List<ProductPrice>> byCategory(Map<List<String>, double[]> prices) {
    Map<String, double[]> whole = new TreeMap<>();
    prices.forEach(
        (key, figures) ->
            whole.merge(
                key.get(0),
                figures.clone(),
                (one, other) ->
                    new double[] {one[0] + other[0], one[1] + other[1], one[2] + other[2]}));
    Map<String, List<ProductPrice>> products = new TreeMap<>();
    categories(prices)
        .forEach(
            (product, category) -> {
              double[] figures = whole.get(product);
              products
                  .computeIfAbsent(category, none -> new ArrayList<>())
                  .add(new ProductPrice(product, figures[0], figures[1] / figures[2]));
            });
    products.values().forEach(list -> list.sort(CHEAPEST));
    return products;
  }

  /**
   * The band of each product: a third of the lines of the category each, by the middle of the lines
   * of all products of one price.
   *
   * @param products the cheapest first
   */
  static Map<ProductPrice, String> bands(List<ProductPrice> products) {
    double all = products.stream().mapToDouble(ProductPrice::lines).sum();
    Map<Double, Double> lines = new TreeMap<>();
    products.forEach(product -> lines.merge(product.price(), product.lines(), Double::sum));
    Map<Double, String> byPrice = new HashMap<>();
    double before = 0;
    for (Map.Entry<Double, Double> price : lines.entrySet()) {
      double middle = (before + price.getValue() / 2) / all;
      byPrice.put(price.getKey(), BANDS.get((int) Math.min(2, Math.floor(3 * middle))));
      before += price.getValue();
    }
    Map<ProductPrice, String> bands = new LinkedHashMap<>();
    products.forEach(product -> bands.put(product, byPrice.get(product.price())));
    return bands;
  }
}
