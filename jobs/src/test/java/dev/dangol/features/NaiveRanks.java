package dev.dangol.features;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Quality scores from percentile ranks, every customer compared with every other. */
final class NaiveRanks {
  private final Map<String, Map<String, Object>> customers;

  NaiveRanks(Map<String, Map<String, Object>> customers) {
    this.customers = customers;
  }

  /** Adds the score to every customer: null where they have no part of it. */
  void score(String quality, Map<String, Double> blend) {
    for (Map<String, Object> customer : customers.values()) {
      double points = 0;
      double weights = 0;
      Map<String, Object> parts = new TreeMap<>();
      for (Map.Entry<String, Double> part : blend.entrySet()) {
        Number value = number(customer.get(part.getKey()));
        if (value != null) {
          double place = place(part.getKey(), value.doubleValue());
          double good = part.getValue() < 0 ? 1 - place : place;
          parts.put(part.getKey(), 100 * good);
          points += Math.abs(part.getValue()) * good;
          weights += Math.abs(part.getValue());
        }
      }
      customer.put(quality + "_parts", parts);
      customer.put(quality, weights == 0 ? null : Double.valueOf(100 * points / weights));
    }
  }

  /** Adds how far growth is ahead of size. */
  void potential() {
    for (Map<String, Object> customer : customers.values()) {
      Number growth = (Number) customer.get("sales_growth");
      customer.put(
          "potential_score",
          growth == null
              ? null
              : Double.valueOf(
                  50
                      + 50
                          * (place("sales_growth", growth.doubleValue())
                              - spends(customer) / 100)));
    }
  }

  /** The percentile rank of what they spend, 0 to 100. */
  double spends(Map<String, Object> customer) {
    String spent = "net_sales_lifetime";
    return 100 * place(spent, ((Number) customer.get(spent)).doubleValue());
  }

  /** The weighted mean of the qualities that they have. */
  static void index(Map<String, Object> customer, Map<String, Double> weights) {
    double points = 0;
    double total = 0;
    for (Map.Entry<String, Double> weight : weights.entrySet()) {
      Double quality = (Double) customer.get("quality_" + weight.getKey());
      points += quality == null ? 0 : weight.getValue() * quality;
      total += quality == null ? 0 : weight.getValue();
    }
    customer.put("dangol_index", total == 0 ? null : Double.valueOf(points / total));
  }

  /** A flag is 1 where it is true. */
  private static Number number(Object value) {
    return value instanceof Boolean flag ? Integer.valueOf(flag ? 1 : 0) : (Number) value;
  }

  /** The share of measured customers below, and half of those with the same value. */
  private double place(String feature, double value) {
    List<Double> measured =
        customers.values().stream()
            .map(customer -> number(customer.get(feature)))
            .filter(Objects::nonNull)
            .map(Number::doubleValue)
            .toList();
    long below = measured.stream().filter(other -> other < value).count();
    long alike = measured.stream().filter(other -> other == value).count();
    return (below + alike / 2.0) / measured.size();
  }
}
