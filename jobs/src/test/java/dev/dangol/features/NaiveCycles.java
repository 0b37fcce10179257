package dev.dangol.features;

import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.testing.PlainRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The cycles of categories, from everybody's lines; those of too few people have none. */
final class NaiveCycles {
  private final NaiveDay day;
  private final Map<String, String> first = new TreeMap<>();
  private final Map<String, Double> cycles = new TreeMap<>();

  /** No category is bought on two days by enough people. */
  static NaiveCycles none() {
    return new NaiveCycles(Map.of(), null, 1);
  }

  NaiveCycles(Map<String, List<PlainRow>> lines, NaiveDay day, int least) {
    this.day = day;
    Map<String, List<Double>> medians = new TreeMap<>();
    lines.forEach(
        (customer, own) -> {
          Map<String, SortedSet<LocalDate>> days = days(own);
          days.entrySet().stream()
              .min(
                  Map.Entry.<String, SortedSet<LocalDate>>comparingByValue(
                          (one, other) -> one.first().compareTo(other.first()))
                      .thenComparing(Map.Entry.comparingByKey()))
              .ifPresent(found -> first.put(customer, found.getKey()));
          days.forEach(
              (category, bought) -> {
                if (bought.size() > 1) {
                  medians.computeIfAbsent(category, none -> new ArrayList<>()).add(median(bought));
                }
              });
        });
    medians.forEach(
        (category, own) -> {
          if (own.size() >= least) {
            cycles.put(category, NaiveRhythm.median(own));
          }
        });
  }

  /** The cycle of the category that they bought first; null for none. */
  Double of(String customer) {
    return first.containsKey(customer) ? cycles.get(first.get(customer)) : null;
  }

  private Map<String, SortedSet<LocalDate>> days(List<PlainRow> lines) {
    Map<String, SortedSet<LocalDate>> days = new TreeMap<>();
    for (PlainRow line : lines) {
      BigDecimal net = line.row().getAs(PurchaseSource.NET_AMOUNT.name());
      boolean refund = !line.empty(PurchaseSource.REFUND_OF) || net.signum() < 0;
      if (!refund && !line.empty(SharedColumns.CATEGORY)) {
        days.computeIfAbsent(line.text(SharedColumns.CATEGORY), none -> new TreeSet<>())
            .add(day.on(line, PurchaseSource.PURCHASED_AT));
      }
    }
    return days;
  }

  private static Double median(SortedSet<LocalDate> days) {
    List<LocalDate> sorted = List.copyOf(days);
    List<Double> gaps = new ArrayList<>();
    for (int next = 1; next < sorted.size(); next++) {
      gaps.add((double) ChronoUnit.DAYS.between(sorted.get(next - 1), sorted.get(next)));
    }
    return NaiveRhythm.median(gaps);
  }
}
