package dev.dangol.features;

import static java.util.stream.Collectors.groupingBy;

import dev.dangol.config.SatisfactionSettings;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import dev.dangol.testing.PlainRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Experience of each customer, row by row from the sentences of its columns, in complete shops. */
final class NaiveExperience {
  static final double LOWEST = 1;
  static final double HIGHEST = 5;

  private final Map<Source, List<PlainRow>> rows;
  private final LocalDate asOf;
  private final ZoneId zone;

  /** A day of bad experiences of a kind. */
  record Strike(LocalDate on, String kind) implements Comparable<Strike> {
    @Override
    public int compareTo(Strike other) {
      return Comparator.comparing(Strike::on).thenComparing(Strike::kind).compare(this, other);
    }
  }

  /** Lines of one order: what was bought, and the days on which it was given back. */
  record Order(List<PlainRow> bought, List<LocalDate> refunded) {}

  NaiveExperience(Map<Source, List<PlainRow>> rows, LocalDate asOf, ZoneId zone) {
    this.rows = rows;
    this.asOf = asOf;
    this.zone = zone;
  }

  /** Those of every customer with a purchase. */
  Map<String, List<Order>> orders() {
    Map<String, List<Order>> orders = new java.util.TreeMap<>();
    known(Sources.PURCHASES)
        .collect(groupingBy(line -> line.text(SharedColumns.CUSTOMER_ID)))
        .forEach(
            (customer, lines) -> {
              List<Order> own =
                  lines.stream().collect(groupingBy(this::orderKey)).values().stream()
                      .map(this::order)
                      .filter(order -> !order.bought().isEmpty())
                      .toList();
              if (!own.isEmpty()) {
                orders.put(customer, own);
              }
            });
    return orders;
  }

  private Order order(List<PlainRow> lines) {
    return new Order(
        lines.stream().filter(line -> !refund(line)).toList(),
        lines.stream()
            .filter(line -> !line.empty(PurchaseSource.REFUND_OF))
            .filter(line -> refundedDay(line) == null)
            .map(line -> day(line.instant(PurchaseSource.PURCHASED_AT)))
            .sorted()
            .toList());
  }

  /** The day that a refund names in place of an order; null for any other line. */
  static LocalDate refundedDay(PlainRow line) {
    String named = line.text(PurchaseSource.REFUND_OF);
    return named != null && named.startsWith("day ") ? LocalDate.parse(named.substring(4)) : null;
  }

  private List<Object> orderKey(PlainRow line) {
    if (refundedDay(line) != null) {
      return List.of("day", refundedDay(line));
    }
    if (!line.empty(PurchaseSource.REFUND_OF)) {
      return List.of("order", line.text(PurchaseSource.REFUND_OF));
    }
    return line.empty(SharedColumns.ORDER_ID)
        ? List.of("day", day(line.instant(PurchaseSource.PURCHASED_AT)))
        : List.of("order", line.text(SharedColumns.ORDER_ID));
  }

  static boolean refund(PlainRow line) {
    BigDecimal net = line.row().getAs(PurchaseSource.NET_AMOUNT.name());
    return !line.empty(PurchaseSource.REFUND_OF) || net.signum() < 0;
  }

  /** True where the delivery of a line can be judged. */
  boolean judged(PlainRow line) {
    return !line.empty(PurchaseSource.PROMISED_AT)
        && (happened(line, PurchaseSource.DELIVERED_AT)
            || happened(line, PurchaseSource.PROMISED_AT));
  }

  boolean late(PlainRow line) {
    return judged(line)
        && (!happened(line, PurchaseSource.DELIVERED_AT)
            || line.instant(PurchaseSource.DELIVERED_AT)
                .isAfter(line.instant(PurchaseSource.PROMISED_AT)));
  }

  List<PlainRow> of(Source source, String customer) {
    return known(source)
        .filter(row -> row.text(SharedColumns.CUSTOMER_ID).equals(customer))
        .toList();
  }

  /** In order. */
  List<Strike> strikes(String customer, List<Order> orders, SatisfactionSettings how) {
    Set<Strike> strikes = new LinkedHashSet<>();
    for (Order order : orders) {
      order.refunded().stream().limit(1).forEach(on -> strikes.add(new Strike(on, "fault_refund")));
      order.bought().stream()
          .filter(this::late)
          .map(line -> day(line.instant(PurchaseSource.PROMISED_AT)))
          .min(LocalDate::compareTo)
          .ifPresent(on -> strikes.add(new Strike(on, "late_delivery")));
    }
    of(Sources.SUPPORT, customer).forEach(row -> service(row, strikes, how));
    low(of(Sources.REVIEWS, customer), strikes);
    return strikes.stream().sorted().toList();
  }

  private void service(PlainRow row, Set<Strike> strikes, SatisfactionSettings how) {
    Instant opened = row.instant(SupportSource.OPENED_AT);
    if (!row.empty(SupportSource.FAULT) && row.flag(SupportSource.FAULT)) {
      strikes.add(new Strike(day(opened), "fault_case"));
    }
    Instant due = opened.plus(Duration.ofHours(how.spans().replyHours()));
    boolean inTime =
        !row.empty(SupportSource.FIRST_REPLY_AT)
            && !row.instant(SupportSource.FIRST_REPLY_AT).isAfter(due);
    if (due.isBefore(end()) && !inTime) {
      strikes.add(new Strike(day(due), "missed_reply"));
    }
    if (happened(row, SupportSource.REOPENED_AT)) {
      strikes.add(new Strike(day(row.instant(SupportSource.REOPENED_AT)), "reopened_case"));
    }
  }

  private void low(List<PlainRow> reviews, Set<Strike> strikes) {
    Map<LocalDate, List<PlainRow>> days =
        reviews.stream().collect(groupingBy(row -> day(row.instant(ReviewSource.REVIEWED_AT))));
    days.forEach(
        (on, written) -> {
          double worst =
              written.stream()
                  .mapToDouble(row -> row.number(ReviewSource.RATING))
                  .min()
                  .orElseThrow();
          if (worst < (LOWEST + HIGHEST) / 2) {
            strikes.add(new Strike(on, "low_rating"));
          }
        });
  }

  private java.util.stream.Stream<PlainRow> known(Source source) {
    boolean arrives = source.field(SharedColumns.ARRIVED_AT.name()).isPresent();
    return new ArrayList<>(rows.getOrDefault(source, List.of()))
        .stream()
            .filter(row -> happened(row, source.time().orElseThrow()))
            .filter(
                row ->
                    !arrives
                        || row.empty(SharedColumns.ARRIVED_AT)
                        || happened(row, SharedColumns.ARRIVED_AT));
  }

  private boolean happened(PlainRow row, Field time) {
    return !row.empty(time) && row.instant(time).isBefore(end());
  }

  private Instant end() {
    return asOf.plusDays(1).atStartOfDay(zone).toInstant();
  }

  private LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }
}
