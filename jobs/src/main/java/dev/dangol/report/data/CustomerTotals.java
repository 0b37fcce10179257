package dev.dangol.report.data;

import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureColumns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Totals of a group of customers.
 *
 * @param customers how many
 * @param netSales their net sales to date, in the reporting currency
 * @param expected net sales expected of those of whom it is known, in the reporting currency
 * @param qualities the mean of each of the five qualities, 0 to 100, in the order shown
 * @param latestOrder the day of their latest purchase; empty where there is none
 */
public record CustomerTotals(
    long customers,
    BigDecimal netSales,
    RunningMean expected,
    Map<Field, RunningMean> qualities,
    Optional<LocalDate> latestOrder) {
  static final CustomerTotals NONE =
      new CustomerTotals(0, BigDecimal.ZERO, RunningMean.NONE, Map.of(), Optional.empty());

  public CustomerTotals {
    Map<Field, RunningMean> ordered = new LinkedHashMap<>();
    for (Field quality : FeatureColumns.QUALITIES) {
      ordered.put(quality, qualities.getOrDefault(quality, RunningMean.NONE));
    }
    qualities = Collections.unmodifiableMap(ordered);
  }

  CustomerTotals plus(CustomerTotals other) {
    Map<Field, RunningMean> sums = new LinkedHashMap<>(qualities);
    other.qualities.forEach((quality, mean) -> sums.merge(quality, mean, RunningMean::plus));
    return new CustomerTotals(
        customers + other.customers,
        netSales.add(other.netSales),
        expected.plus(other.expected),
        sums,
        Stream.of(latestOrder, other.latestOrder)
            .flatMap(Optional::stream)
            .max(LocalDate::compareTo));
  }

  /** The mean of a quality, 0 to 100; empty where no customer has it. */
  public OptionalDouble mean(Field quality) {
    return qualities.get(quality).value();
  }

  /** Net sales expected of them together; empty where it is known of none. */
  public Optional<BigDecimal> expectedNetSales() {
    return expected.measured() == 0 ? Optional.empty() : Optional.of(expected.sum());
  }

  /** Net sales to date per customer; empty where there is no customer. */
  public Optional<BigDecimal> netSalesPerCustomer() {
    return customers == 0
        ? Optional.empty()
        : Optional.of(netSales.divide(BigDecimal.valueOf(customers), 4, RoundingMode.HALF_UP));
  }
}
