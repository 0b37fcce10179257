package dev.dangol.features.likelihoods;

import static java.util.stream.Collectors.groupingBy;

import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReferralSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import dev.dangol.testing.PlainRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Outcomes of each customer, row by row from the sentences of the columns. */
final class NaiveLikelihoods {
  private final Map<Source, List<PlainRow>> rows = new HashMap<>();
  private final AsOf asOf;
  private final int span;
  private final Map<String, List<LocalDate>> strikes;
  private final Map<String, List<Order>> orders = new TreeMap<>();

  /** An order with the day on which it counts; bought is false for refunds alone. */
  private record Order(LocalDate day, boolean bought, BigDecimal net) {}

  /** Outcomes of a customer: content, bought more, recommended. */
  record NaiveOutcome(boolean content, boolean more, boolean recommends) {}

  NaiveLikelihoods(
      Map<Source, Dataset<Row>> clean, AsOf asOf, int span, Map<String, List<LocalDate>> strikes) {
    clean.forEach(
        (source, table) ->
            rows.put(source, table.collectAsList().stream().map(PlainRow::new).toList()));
    this.asOf = asOf;
    this.span = span;
    this.strikes = strikes;
    known(Sources.PURCHASES, PurchaseSource.PURCHASED_AT)
        .collect(groupingBy(line -> line.text(SharedColumns.CUSTOMER_ID)))
        .forEach((customer, lines) -> orders.put(customer, ordered(lines)));
    orders.values().removeIf(own -> own.stream().noneMatch(Order::bought));
  }

  /** Of each customer who had bought by the end of the earlier day. */
  Map<String, NaiveOutcome> outcomes(LocalDate cut) {
    Map<String, NaiveOutcome> outcomes = new TreeMap<>();
    orders.forEach(
        (customer, own) -> {
          if (own.stream().anyMatch(order -> order.bought() && !order.day().isAfter(cut))) {
            outcomes.put(
                customer,
                new NaiveOutcome(
                    content(customer, cut), more(own, cut), recommends(customer, cut)));
          }
        });
    return outcomes;
  }

  private boolean content(String customer, LocalDate cut) {
    List<Double> before =
        reviews(orders::containsKey)
            .filter(row -> !day(row, ReviewSource.REVIEWED_AT).isAfter(cut))
            .map(row -> row.number(ReviewSource.RATING))
            .toList();
    Optional<PlainRow> next =
        reviews(customer::equals)
            .filter(row -> follows(day(row, ReviewSource.REVIEWED_AT), cut))
            .min(
                Comparator.comparing((PlainRow row) -> row.instant(ReviewSource.REVIEWED_AT))
                    .thenComparing(row -> row.number(ReviewSource.RATING)));
    if (next.isPresent() && !before.isEmpty()) {
      BigDecimal sum =
          before.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal rating = BigDecimal.valueOf(next.get().number(ReviewSource.RATING));
      return rating.multiply(BigDecimal.valueOf(before.size())).compareTo(sum) >= 0;
    }
    return strikes.getOrDefault(customer, List.of()).stream().noneMatch(on -> follows(on, cut));
  }

  private boolean more(List<Order> own, LocalDate cut) {
    LocalDate before = cut.minusDays(span);
    return net(own, cut).compareTo(net(own, before)) > 0;
  }

  private BigDecimal net(List<Order> own, LocalDate since) {
    return own.stream()
        .filter(order -> follows(order.day(), since))
        .map(Order::net)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private boolean recommends(String customer, LocalDate cut) {
    boolean referred =
        rows.getOrDefault(Sources.REFERRALS, List.of()).stream()
            .filter(row -> customer.equals(row.text(ReferralSource.REFERRER_ID)))
            .filter(row -> !customer.equals(row.text(ReferralSource.REFERRED_ID)))
            .anyMatch(row -> follows(day(row, ReferralSource.REFERRED_AT), cut));
    boolean shared =
        known(Sources.ENGAGEMENT, EngagementSource.OCCURRED_AT)
            .filter(row -> customer.equals(row.text(EngagementSource.KNOWN_CUSTOMER_ID)))
            .filter(row -> row.text(EngagementSource.EVENT).equals("share"))
            .anyMatch(row -> follows(day(row, EngagementSource.OCCURRED_AT), cut));
    boolean helped =
        reviews(customer::equals)
            .filter(row -> !row.empty(ReviewSource.HELPFUL_VOTES))
            .filter(row -> row.count(ReviewSource.HELPFUL_VOTES) > 0)
            .anyMatch(row -> follows(day(row, ReviewSource.REVIEWED_AT), cut));
    return referred || shared || helped;
  }

  private List<Order> ordered(List<PlainRow> lines) {
    List<Order> own = new ArrayList<>();
    lines.stream()
        .collect(groupingBy(this::key))
        .values()
        .forEach(
            all -> {
              List<PlainRow> bought = all.stream().filter(line -> !refund(line)).toList();
              LocalDate day =
                  (bought.isEmpty() ? all : bought)
                      .stream()
                          .map(line -> day(line, PurchaseSource.PURCHASED_AT))
                          .min(LocalDate::compareTo)
                          .orElseThrow();
              BigDecimal net =
                  all.stream()
                      .map(line -> line.row().<BigDecimal>getAs(PurchaseSource.NET_AMOUNT.name()))
                      .filter(Objects::nonNull)
                      .reduce(BigDecimal.ZERO, BigDecimal::add);
              own.add(new Order(day, !bought.isEmpty(), net));
            });
    return own;
  }

  private List<Object> key(PlainRow line) {
    if (!line.empty(PurchaseSource.REFUND_OF)) {
      return List.of("order", line.text(PurchaseSource.REFUND_OF));
    }
    return line.empty(SharedColumns.ORDER_ID)
        ? List.of("day", day(line, PurchaseSource.PURCHASED_AT))
        : List.of("order", line.text(SharedColumns.ORDER_ID));
  }

  private static boolean refund(PlainRow line) {
    BigDecimal net = line.row().getAs(PurchaseSource.NET_AMOUNT.name());
    return !line.empty(PurchaseSource.REFUND_OF) || net.signum() < 0;
  }

  private Stream<PlainRow> reviews(Predicate<String> of) {
    return known(Sources.REVIEWS, ReviewSource.REVIEWED_AT)
        .filter(row -> of.test(row.text(SharedColumns.CUSTOMER_ID)));
  }

  /** Rows that had happened, and arrived, by the end of the last day. */
  private Stream<PlainRow> known(Source source, Field time) {
    Instant end = asOf.day().plusDays(1).atStartOfDay(asOf.zone()).toInstant();
    return rows.getOrDefault(source, List.of()).stream()
        .filter(row -> row.instant(time).isBefore(end))
        .filter(
            row ->
                row.empty(SharedColumns.ARRIVED_AT)
                    || row.instant(SharedColumns.ARRIVED_AT).isBefore(end));
  }

  private LocalDate day(PlainRow row, Field time) {
    return row.instant(time).atZone(asOf.zone()).toLocalDate();
  }

  private boolean follows(LocalDate day, LocalDate cut) {
    return day.isAfter(cut) && !day.isAfter(cut.plusDays(span));
  }
}
