package dev.dangol.features;

import dev.dangol.features.NaivePurchases.Order;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.SalesColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.testing.PlainRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Sales to one customer, from the sentences of their columns.
 *
 * @param orders all of them, those of which nothing but a refund is known as well
 * @param share of net sales that is margin
 */
record NaiveSales(List<Order> orders, LocalDate asOf, Optional<Double> share) {

  void measure(Map<String, Object> row, List<Integer> windows) {
    List<Order> made = orders.stream().filter(order -> !order.bought().isEmpty()).toList();
    List<PlainRow> bought = made.stream().flatMap(order -> order.bought().stream()).toList();
    put(row, SalesColumns.ITEMS_LIFETIME, items(bought));
    put(row, SalesColumns.MARGIN_LIFETIME, margin(orders));
    List<BigDecimal> discounts =
        bought.stream().map(NaivePurchases::discount).filter(Objects::nonNull).toList();
    put(
        row,
        SalesColumns.DISCOUNTS_LIFETIME,
        discounts.isEmpty() ? null : NaivePurchases.total(discounts));
    put(row, SalesColumns.DISCOUNT_DEPTH, depth(made));
    put(row, SalesColumns.PROMOTION_FREE_ORDERS_LIFETIME, unpromoted(made));
    put(row, SalesColumns.PRODUCT_LINE_CONCENTRATION, concentration(made));
    put(row, SalesColumns.FAVOURITE_PRODUCT_LINE, favourite(made));
    put(row, SalesColumns.SALES_GROWTH, growth(made, Collections.max(windows)));
    for (int window : windows) {
      List<Order> recent = between(orders, 0, window);
      List<PlainRow> lines = recent.stream().flatMap(order -> order.bought().stream()).toList();
      put(row, SalesColumns.items(window), lines.isEmpty() ? Double.valueOf(0) : items(lines));
      put(row, SalesColumns.margin(window), margin(recent));
      ordersOf(row, window, recent);
    }
  }

  /** Those of what nothing but a refund is known give no order, but they cost net sales. */
  private static void ordersOf(Map<String, Object> row, int window, List<Order> recent) {
    List<Order> made = recent.stream().filter(order -> !order.bought().isEmpty()).toList();
    double net = net(recent).doubleValue();
    put(
        row,
        SalesColumns.orderValue(window),
        made.isEmpty() ? null : Double.valueOf(net / made.size()));
    put(row, SalesColumns.productLineConcentration(window), concentration(made));
    put(row, SalesColumns.fullPriceShare(window), NaivePurchases.fullPrice(made));
    put(row, SalesColumns.discountDepth(window), depth(made));
    put(row, SalesColumns.promotionFreeOrders(window), unpromoted(made));
  }

  private static Double depth(List<Order> made) {
    List<PlainRow> reduced =
        made.stream()
            .filter(order -> reduction(order.bought()).signum() > 0)
            .flatMap(order -> order.bought().stream())
            .toList();
    BigDecimal full =
        NaivePurchases.total(
            reduced.stream().map(NaivePurchases::list).filter(Objects::nonNull).toList());
    return NaivePurchases.share(reduction(reduced), full);
  }

  private static long unpromoted(List<Order> made) {
    return made.stream()
        .filter(order -> order.all().stream().allMatch(l -> l.empty(PurchaseSource.PROMOTION_ID)))
        .count();
  }

  private static Double items(List<PlainRow> lines) {
    List<Double> pieces =
        lines.stream()
            .filter(line -> !line.empty(PurchaseSource.QUANTITY))
            .map(line -> line.number(PurchaseSource.QUANTITY))
            .toList();
    return pieces.isEmpty()
        ? null
        : Double.valueOf(pieces.stream().mapToDouble(piece -> piece).sum());
  }

  /** Null where one of them has neither costs nor a share. */
  private BigDecimal margin(List<Order> some) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Order order : some) {
      BigDecimal net = NaiveDay.sum(order.all(), PurchaseSource.NET_AMOUNT);
      boolean known = order.all().stream().noneMatch(line -> line.empty(SharedColumns.COST_AMOUNT));
      if (!known && share.isEmpty()) {
        return null;
      }
      sum =
          sum.add(
              known
                  ? net.subtract(NaiveDay.sum(order.all(), SharedColumns.COST_AMOUNT))
                  : net.multiply(BigDecimal.valueOf(share.get()))
                      .setScale(4, RoundingMode.HALF_UP));
    }
    return sum;
  }

  private static BigDecimal reduction(List<PlainRow> lines) {
    return NaivePurchases.total(
        lines.stream().map(NaivePurchases::discount).filter(Objects::nonNull).toList());
  }

  private static String favourite(List<Order> made) {
    List<List<String>> lines = knownLines(made);
    return lines.stream()
        .flatMap(List::stream)
        .sorted()
        .max(Comparator.comparing(name -> times(lines, name)))
        .orElse(null);
  }

  private static long times(List<List<String>> lines, String name) {
    return lines.stream().filter(order -> order.contains(name)).count();
  }

  private static List<List<String>> knownLines(List<Order> made) {
    return made.stream()
        .map(
            order ->
                order.bought().stream()
                    .map(line -> line.text(PurchaseSource.PRODUCT_LINE))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList())
        .filter(known -> !known.isEmpty())
        .toList();
  }

  private static Double concentration(List<Order> made) {
    List<List<String>> lines = knownLines(made);
    long most =
        lines.stream().flatMap(List::stream).mapToLong(name -> times(lines, name)).max().orElse(0);
    return NaiveDay.share(most, lines.size());
  }

  private Double growth(List<Order> made, int window) {
    BigDecimal now = net(between(orders, 0, window));
    BigDecimal before = net(between(orders, window, 2 * window));
    double size = now.abs().add(before.abs()).doubleValue();
    boolean older = made.stream().anyMatch(order -> ago(order) >= window);
    return older && size > 0 ? Double.valueOf(now.subtract(before).doubleValue() / size) : null;
  }

  private List<Order> between(List<Order> some, int from, int to) {
    return some.stream().filter(order -> ago(order) >= from && ago(order) < to).toList();
  }

  private long ago(Order order) {
    return ChronoUnit.DAYS.between(order.day(), asOf);
  }

  private static BigDecimal net(List<Order> some) {
    return NaiveDay.sum(
        some.stream().flatMap(order -> order.all().stream()).toList(), PurchaseSource.NET_AMOUNT);
  }

  private static void put(Map<String, Object> row, Field field, Object value) {
    row.put(field.name(), value);
  }
}
