package dev.dangol.features;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/** The days between one customer's purchase days. */
final class NaiveRhythm {
  private final List<LocalDate> days;
  private final LocalDate asOf;
  private final List<Double> gaps = new ArrayList<>();

  NaiveRhythm(List<LocalDate> days, LocalDate asOf) {
    this.days = days;
    this.asOf = asOf;
    for (int next = 1; next < days.size(); next++) {
      gaps.add((double) ChronoUnit.DAYS.between(days.get(next - 1), days.get(next)));
    }
  }

  void measure(Map<String, Object> row) {
    boolean again = !gaps.isEmpty();
    LocalDate last = days.get(days.size() - 1);
    Double median = median(gaps);
    row.put("mean_gap_days", again ? Double.valueOf(mean(gaps)) : null);
    row.put("median_gap_days", median);
    row.put("gap_variability", again ? Double.valueOf(deviation() / mean(gaps)) : null);
    row.put("expected_next_order_on", again ? last.plusDays(Math.round(median)) : null);
    double since = ChronoUnit.DAYS.between(last, asOf);
    row.put("overdue_ratio", again ? Double.valueOf(since / median) : null);
    row.put("second_order_days", again ? Long.valueOf(gaps.get(0).longValue()) : null);
  }

  /** Asks of each day of the cycle whether it may still bring the second order. */
  static void withinCycle(
      Map<String, Map<String, Object>> all, OptionalInt configured, NaiveCycles own) {
    Collection<Map<String, Object>> customers = all.values();
    Double typical =
        median(
            customers.stream()
                .map(row -> (Double) row.get("median_gap_days"))
                .filter(Objects::nonNull)
                .toList());
    for (Map.Entry<String, Map<String, Object>> customer : all.entrySet()) {
      Map<String, Object> row = customer.getValue();
      Double known = own.of(customer.getKey());
      Double usual = known == null ? typical : known;
      Double cycle = configured.isPresent() ? Double.valueOf(configured.getAsInt()) : usual;
      Long second = (Long) row.get("second_order_days");
      long age = (Long) row.get("age_days");
      Boolean within = null;
      if (cycle != null && second != null) {
        within = second <= cycle;
      } else if (cycle != null && age + 1 > cycle) {
        within = false;
      }
      row.put("second_order_within_cycle", within);
      boolean once = (Long) row.get("orders_lifetime") == 1;
      row.put("one_and_done", cycle == null ? null : Boolean.valueOf(once && age + 1 > cycle));
    }
  }

  private double deviation() {
    double mean = mean(gaps);
    return Math.sqrt(mean(gaps.stream().map(gap -> (gap - mean) * (gap - mean)).toList()));
  }

  private static double mean(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).sum() / numbers.size();
  }

  static Double median(List<Double> numbers) {
    List<Double> sorted = numbers.stream().sorted().toList();
    int half = sorted.size() / 2;
    if (sorted.isEmpty()) {
      return null;
    }
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : Double.valueOf((sorted.get(half - 1) + sorted.get(half)) / 2);
  }
}
