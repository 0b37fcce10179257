package dev.dangol.features;

import static java.util.stream.Collectors.groupingBy;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.SalesColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.testing.PlainRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** One customer's lines up to a day, as orders and purchase days. */
final class NaivePurchases {
  private final LocalDate asOf;
  private final ZoneId zone;
  private final List<PlainRow> lines;
  private final List<Order> orders = new ArrayList<>();

  /** An order: the lines bought together and their refunds; bought is empty for a lone refund. */
  record Order(LocalDate day, List<PlainRow> bought, List<PlainRow> all) {}

  NaivePurchases(List<PlainRow> lines, LocalDate asOf, ZoneId zone) {
    this.lines = lines;
    this.asOf = asOf;
    this.zone = zone;
    lines.stream()
        .collect(groupingBy(this::key))
        .values()
        .forEach(
            all -> {
              List<PlainRow> bought = all.stream().filter(line -> !refund(line)).toList();
              orders.add(new Order(firstDay(bought.isEmpty() ? all : bought), bought, all));
            });
  }

  void fade(Map<String, Object> row, int halfLife) {
    new NaiveDecay(asOf, halfLife).purchases(row, orders);
  }

  boolean any() {
    return orders.stream().anyMatch(order -> !order.bought().isEmpty());
  }

  Map<String, Object> features(List<Integer> windows, Optional<Double> margin) {
    Map<String, Object> row = new HashMap<>();
    List<Order> made = orders.stream().filter(order -> !order.bought().isEmpty()).toList();
    NavigableMap<LocalDate, BigDecimal> days = new TreeMap<>();
    made.forEach(order -> days.put(order.day(), netOfDay(order.day())));
    times(row, days);
    new NaiveRhythm(purchaseDays(), asOf).measure(row);
    BigDecimal net = sum(lines, PurchaseSource.NET_AMOUNT);
    BigDecimal refunded =
        sum(lines.stream().filter(this::refund).toList(), PurchaseSource.NET_AMOUNT);
    BigDecimal gross = net.subtract(refunded);
    put(row, FeatureColumns.ORDERS_LIFETIME, (long) made.size());
    put(row, FeatureColumns.NET_SALES_LIFETIME, net);
    put(row, FeatureColumns.REFUNDS_LIFETIME, refunded.negate());
    put(row, FeatureColumns.ORDER_VALUE, net.doubleValue() / made.size());
    put(row, FeatureColumns.REFUND_SHARE, share(refunded.negate(), gross));
    prices(row, made);
    new NaiveSales(orders, asOf, margin).measure(row, windows);
    windows.forEach(window -> recent(row, window, made));
    return row;
  }

  private void recent(Map<String, Object> row, int window, List<Order> made) {
    List<Order> recent = orders.stream().filter(order -> within(order.day(), window)).toList();
    put(row, FeatureColumns.orders(window), recent.stream().filter(made::contains).count());
    put(row, FeatureColumns.netSales(window), net(recent));
    List<PlainRow> bought =
        lines.stream().filter(line -> !refund(line) && within(day(line), window)).toList();
    put(
        row,
        SalesColumns.categories(window),
        bought.isEmpty() ? Long.valueOf(0) : categories(bought));
    put(
        row,
        SalesColumns.products(window),
        bought.isEmpty() ? Long.valueOf(0) : different(bought, SharedColumns.PRODUCT_ID));
  }

  private boolean within(LocalDate day, int window) {
    return ChronoUnit.DAYS.between(day, asOf) < window;
  }

  List<LocalDate> purchaseDays() {
    return orders.stream()
        .filter(order -> !order.bought().isEmpty())
        .map(Order::day)
        .distinct()
        .sorted()
        .toList();
  }

  private void times(Map<String, Object> row, NavigableMap<LocalDate, BigDecimal> days) {
    LocalDate first = days.firstKey();
    LocalDate last = days.lastKey();
    long repeats = days.size() - 1L;
    long recency = ChronoUnit.DAYS.between(first, last);
    put(row, FeatureColumns.FIRST_ORDER_ON, first);
    put(row, FeatureColumns.LAST_ORDER_ON, last);
    put(row, FeatureColumns.FREQUENCY, repeats);
    put(row, FeatureColumns.RECENCY_DAYS, recency);
    put(row, FeatureColumns.AGE_DAYS, ChronoUnit.DAYS.between(first, asOf));
    put(row, FeatureColumns.DAYS_SINCE_LAST_ORDER, ChronoUnit.DAYS.between(last, asOf));
    boolean again = repeats > 0;
    BigDecimal later =
        days.tailMap(first, false).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    put(
        row,
        FeatureColumns.MONETARY_VALUE,
        again ? later.divide(BigDecimal.valueOf(repeats), 4, RoundingMode.HALF_UP) : null);
  }

  private void prices(Map<String, Object> row, List<Order> made) {
    List<PlainRow> bought = made.stream().flatMap(order -> order.bought().stream()).toList();
    List<BigDecimal> lists = known(bought.stream().map(NaivePurchases::list).toList());
    List<BigDecimal> discounts = known(bought.stream().map(NaivePurchases::discount).toList());
    put(row, FeatureColumns.DISCOUNT_SHARE, share(total(discounts), total(lists)));
    put(row, FeatureColumns.FULL_PRICE_SHARE, fullPrice(made));
    long plain =
        made.stream()
            .filter(
                order -> order.all().stream().allMatch(l -> l.empty(PurchaseSource.PROMOTION_ID)))
            .count();
    put(row, FeatureColumns.PROMOTION_FREE_SHARE, (double) plain / made.size());
    put(row, FeatureColumns.CATEGORIES_LIFETIME, categories(bought));
  }

  private static Long categories(List<PlainRow> bought) {
    return different(bought, SharedColumns.CATEGORY);
  }

  /** Null where none of them is known. */
  private static Long different(List<PlainRow> bought, Field field) {
    long different =
        bought.stream().map(l -> l.text(field)).filter(Objects::nonNull).distinct().count();
    return different == 0 ? null : Long.valueOf(different);
  }

  static Double fullPrice(List<Order> made) {
    List<BigDecimal> ofOrders =
        made.stream()
            .map(order -> known(order.bought().stream().map(NaivePurchases::discount).toList()))
            .filter(discount -> !discount.isEmpty())
            .map(NaivePurchases::total)
            .toList();
    long full = ofOrders.stream().filter(discount -> discount.signum() <= 0).count();
    return NaiveDay.share(full, ofOrders.size());
  }

  private List<Object> key(PlainRow line) {
    if (NaiveExperience.refundedDay(line) != null) {
      return List.of("day", day(line));
    }
    if (!line.empty(PurchaseSource.REFUND_OF)) {
      return List.of("order", line.text(PurchaseSource.REFUND_OF));
    }
    return line.empty(SharedColumns.ORDER_ID)
        ? List.of("day", day(line))
        : List.of("order", line.text(SharedColumns.ORDER_ID));
  }

  private boolean refund(PlainRow line) {
    return !line.empty(PurchaseSource.REFUND_OF)
        || amount(line, PurchaseSource.NET_AMOUNT).signum() < 0;
  }

  private LocalDate firstDay(List<PlainRow> some) {
    return some.stream().map(this::day).min(LocalDate::compareTo).orElseThrow();
  }

  private LocalDate day(PlainRow line) {
    LocalDate refunded = NaiveExperience.refundedDay(line);
    return refunded != null
        ? refunded
        : line.instant(PurchaseSource.PURCHASED_AT).atZone(zone).toLocalDate();
  }

  private BigDecimal netOfDay(LocalDate day) {
    return net(orders.stream().filter(order -> order.day().equals(day)).toList());
  }

  private static BigDecimal net(List<Order> some) {
    return sum(some.stream().flatMap(o -> o.all().stream()).toList(), PurchaseSource.NET_AMOUNT);
  }

  static BigDecimal list(PlainRow line) {
    BigDecimal list = amount(line, PurchaseSource.LIST_AMOUNT);
    BigDecimal discount = amount(line, PurchaseSource.DISCOUNT_AMOUNT);
    BigDecimal net = amount(line, PurchaseSource.NET_AMOUNT);
    return list != null || discount == null ? list : net.add(discount);
  }

  static BigDecimal discount(PlainRow line) {
    BigDecimal list = amount(line, PurchaseSource.LIST_AMOUNT);
    BigDecimal discount = amount(line, PurchaseSource.DISCOUNT_AMOUNT);
    BigDecimal net = amount(line, PurchaseSource.NET_AMOUNT);
    return discount != null || list == null ? discount : list.subtract(net);
  }

  static Double share(BigDecimal part, BigDecimal whole) {
    return whole.signum() <= 0
        ? null
        : Double.valueOf(Math.max(0, Math.min(1, part.doubleValue() / whole.doubleValue())));
  }

  private static List<BigDecimal> known(List<BigDecimal> amounts) {
    return amounts.stream().filter(Objects::nonNull).toList();
  }

  static BigDecimal total(Collection<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal sum(List<PlainRow> some, Field field) {
    return total(some.stream().map(line -> amount(line, field)).toList());
  }

  private static BigDecimal amount(PlainRow line, Field field) {
    return line.row().getAs(field.name());
  }

  private static void put(Map<String, Object> row, Field field, Object value) {
    row.put(field.name(), value);
  }
}
