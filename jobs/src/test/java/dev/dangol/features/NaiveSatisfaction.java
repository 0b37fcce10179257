package dev.dangol.features;

import dev.dangol.config.SatisfactionSettings;
import dev.dangol.features.NaiveExperience.Order;
import dev.dangol.features.NaiveExperience.Strike;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.MainCategoryColumns;
import dev.dangol.table.features.RfmColumns;
import dev.dangol.table.features.RhythmColumns;
import dev.dangol.table.features.SatisfactionColumns;
import dev.dangol.table.features.StrikeColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.ReviewSource;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import dev.dangol.testing.PlainRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Satisfaction of a naive shop's customers, from the sentences of its columns. */
final class NaiveSatisfaction {
  private final NaiveExperience experience;
  private final SatisfactionSettings how;
  private final Map<String, List<Order>> orders;
  private final Map<String, List<BigDecimal>> prices = new TreeMap<>();

  NaiveSatisfaction(NaiveExperience experience, SatisfactionSettings how) {
    this.experience = experience;
    this.how = how;
    this.orders = experience.orders();
    orders.values().stream()
        .flatMap(Collection::stream)
        .flatMap(order -> order.bought().stream())
        .filter(NaiveSatisfaction::priced)
        .forEach(
            line ->
                prices
                    .computeIfAbsent(line.text(SharedColumns.CATEGORY), any -> new ArrayList<>())
                    .add(price(line)));
  }

  List<Strike> strikes(String customer) {
    return experience.strikes(customer, orders.get(customer), how);
  }

  /**
   * By customer, then by column of satisfaction.
   *
   * @param groups the group of each customer
   */
  Map<String, Map<String, Object>> rows(Map<String, String> groups) {
    Map<String, Map<String, Object>> rows = new TreeMap<>();
    orders.forEach((customer, own) -> rows.put(customer, parts(customer, own)));
    rows.forEach(
        (customer, row) -> {
          row.put("segment", groups.get(customer));
          row.put("delivered", blend(row, SatisfactionColumns.DELIVERED_PARTS, how.delivered()));
        });
    rows.forEach(
        (customer, row) -> {
          List<Double> peers =
              rows.values().stream()
                  .filter(o -> !how.peersOfSegment() || o.get("segment").equals(row.get("segment")))
                  .map(other -> (Double) other.get("delivered"))
                  .filter(Objects::nonNull)
                  .toList();
          put(row, SatisfactionColumns.PEERS, mean(peers));
        });
    for (Map<String, Object> row : rows.values()) {
      Double expected = blend(row, SatisfactionColumns.EXPECTED_PARTS, how.expected());
      Double delivered = (Double) row.get("delivered");
      row.put("expected", expected);
      row.put("gap", expected == null || delivered == null ? null : delivered - expected);
    }
    return rows;
  }

  /** Adds what customer_features holds to rows that hold the rest of it. */
  void features(Map<String, Map<String, Object>> all, NaiveCycles cycles) {
    Map<String, String> groups = new TreeMap<>();
    all.forEach((customer, row) -> groups.put(customer, (String) value(row, RfmColumns.RFM_GROUP)));
    Map<String, Map<String, Object>> satisfied = rows(groups);
    List<Double> medians =
        all.values().stream()
            .map(row -> (Double) value(row, RhythmColumns.MEDIAN_GAP_DAYS))
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    int size = medians.size();
    double cycle = size == 0 ? 0 : (medians.get((size - 1) / 2) + medians.get(size / 2)) / 2;
    all.forEach(
        (customer, row) -> {
          Map<String, Object> own = satisfied.get(customer);
          put(row, SatisfactionColumns.CUSTOMER_EXPECTED, own.get("expected"));
          put(row, SatisfactionColumns.CUSTOMER_DELIVERED, own.get("delivered"));
          put(row, SatisfactionColumns.CUSTOMER_GAP, own.get("gap"));
          broken(row, strikes(customer), Objects.requireNonNullElse(cycles.of(customer), cycle));
        });
  }

  private void broken(Map<String, Object> row, List<Strike> strikes, double cycle) {
    List<LocalDate> days = strikes.stream().map(Strike::on).toList();
    List<String> kinds = strikes.stream().map(Strike::kind).distinct().sorted().toList();
    put(row, StrikeColumns.STRIKES_LIFETIME, (long) strikes.size());
    put(row, StrikeColumns.FIRST_STRIKE_ON, days.isEmpty() ? null : days.get(0));
    put(row, StrikeColumns.LAST_STRIKE_ON, days.isEmpty() ? null : days.get(days.size() - 1));
    put(row, StrikeColumns.STRIKE_KINDS, days.isEmpty() ? null : kinds);
    Double median = (Double) value(row, RhythmColumns.MEDIAN_GAP_DAYS);
    long since = (Long) value(row, FeatureColumns.DAYS_SINCE_LAST_ORDER);
    boolean broken =
        median == null
            ? Boolean.FALSE.equals(value(row, RhythmColumns.SECOND_ORDER_WITHIN_CYCLE))
            : since > 2 * median;
    LocalDate last = (LocalDate) value(row, FeatureColumns.LAST_ORDER_ON);
    LocalDate from = last.minusDays(how.spans().trustDays());
    LocalDate until = last.plusDays((long) Math.floor(median == null ? cycle : 2 * median));
    List<Strike> breaking =
        strikes.stream()
            .filter(strike -> broken && !strike.on().isBefore(from) && !strike.on().isAfter(until))
            .sorted(Comparator.comparing(Strike::on).reversed().thenComparing(Strike::kind))
            .toList();
    boolean any = !breaking.isEmpty();
    put(row, StrikeColumns.TRUST_BREAK_ON, any ? breaking.get(0).on() : null);
    put(row, StrikeColumns.TRUST_BREAK_KIND, any ? breaking.get(0).kind() : null);
    put(row, StrikeColumns.TRUST_BREAK_STRENGTH, any ? Long.valueOf(breaking.size()) : null);
    boolean spoke = kinds.stream().anyMatch(kind -> !kind.matches("fault_refund|late_delivery"));
    boolean falls = Boolean.TRUE.equals(value(row, MainCategoryColumns.MAIN_CATEGORY_FALLS));
    put(row, StrikeColumns.SILENT_LEAVER, (broken || falls) && !spoke);
  }

  private Map<String, Object> parts(String customer, List<Order> own) {
    Map<String, Object> row = new TreeMap<>();
    List<PlainRow> lines = own.stream().flatMap(order -> order.bought().stream()).toList();
    List<PlainRow> cases = experience.of(Sources.SUPPORT, customer);
    long judged = lines.stream().filter(experience::judged).count();
    long late = lines.stream().filter(experience::late).count();
    long faults =
        own.stream().filter(order -> !order.refunded().isEmpty()).count()
            + cases.stream()
                .filter(c -> !c.empty(SupportSource.FAULT) && c.flag(SupportSource.FAULT))
                .count();
    put(row, SatisfactionColumns.ORDERS, (long) own.size());
    put(row, SatisfactionColumns.FAULTS, faults);
    put(row, SatisfactionColumns.DELIVERIES, judged);
    put(row, SatisfactionColumns.LATE_DELIVERIES, late);
    put(row, SatisfactionColumns.ON_TIME, judged == 0 ? null : 1 - (double) late / judged);
    put(row, SatisfactionColumns.FAULT_FREE, Math.max(0, 1 - (double) faults / own.size()));
    put(
        row,
        SatisfactionColumns.PRICE_RANK,
        mean(lines.stream().filter(NaiveSatisfaction::priced).map(this::place).toList()));
    List<Double> ratings =
        experience.of(Sources.REVIEWS, customer).stream()
            .sorted(
                Comparator.comparing((PlainRow r) -> r.instant(ReviewSource.REVIEWED_AT))
                    .thenComparing(r -> r.number(ReviewSource.RATING)))
            .map(row1 -> (row1.number(ReviewSource.RATING) - 1) / 4)
            .toList();
    put(row, SatisfactionColumns.RATING, mean(ratings));
    put(
        row,
        SatisfactionColumns.PAST_RATING,
        mean(ratings.isEmpty() ? ratings : ratings.subList(0, ratings.size() - 1)));
    put(row, SatisfactionColumns.SURVEY, mean(answers(customer)));
    return row;
  }

  private List<Double> answers(String customer) {
    return experience.of(Sources.SURVEYS, customer).stream()
        .map(NaiveBonds::scaled)
        .filter(Objects::nonNull)
        .toList();
  }

  private double place(PlainRow line) {
    List<BigDecimal> all = prices.get(line.text(SharedColumns.CATEGORY));
    BigDecimal price = price(line);
    long below = all.stream().filter(other -> other.compareTo(price) < 0).count();
    long same = all.stream().filter(other -> other.compareTo(price) == 0).count();
    return (below + same / 2.0) / all.size();
  }

  private static boolean priced(PlainRow line) {
    return !line.empty(SharedColumns.CATEGORY) && pieces(line) > 0;
  }

  private static double pieces(PlainRow line) {
    return line.empty(PurchaseSource.QUANTITY) ? 1 : line.number(PurchaseSource.QUANTITY);
  }

  private static BigDecimal price(PlainRow line) {
    double each = line.number(PurchaseSource.NET_AMOUNT) / pieces(line);
    return BigDecimal.valueOf(each).setScale(4, RoundingMode.HALF_UP);
  }

  private static Double blend(Map<String, Object> row, List<Field> parts, List<Double> weights) {
    double sum = 0;
    double whole = 0;
    for (int part = 0; part < parts.size(); part++) {
      Object value = value(row, parts.get(part));
      if (value != null) {
        sum += (Double) value * weights.get(part);
        whole += weights.get(part);
      }
    }
    return whole == 0 ? null : Double.valueOf(sum / whole);
  }

  private static Double mean(List<Double> numbers) {
    return numbers.isEmpty()
        ? null
        : Double.valueOf(numbers.stream().mapToDouble(n -> n).sum() / numbers.size());
  }

  private static Object value(Map<String, Object> row, Field field) {
    return row.get(field.name());
  }

  private static void put(Map<String, Object> row, Field field, Object value) {
    row.put(field.name(), value);
  }
}
