package dev.dangol.features;

import dev.dangol.features.NaivePurchases.Order;
import dev.dangol.table.Field;
import dev.dangol.table.features.DecayColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.testing.PlainRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Measures that fade with their age, plainly: day by day. */
record NaiveDecay(LocalDate asOf, int halfLife) {
  void purchases(Map<String, Object> row, List<Order> orders) {
    double made = 0;
    Map<LocalDate, BigDecimal> net = new TreeMap<>();
    for (Order order : orders) {
      made += order.bought().isEmpty() ? 0 : weight(order.day());
      net.merge(order.day(), NaiveDay.sum(order.all(), PurchaseSource.NET_AMOUNT), BigDecimal::add);
    }
    BigDecimal sales = BigDecimal.ZERO;
    for (Map.Entry<LocalDate, BigDecimal> day : net.entrySet()) {
      BigDecimal weight =
          BigDecimal.valueOf(weight(day.getKey())).setScale(9, RoundingMode.HALF_UP);
      BigDecimal faded = day.getValue().multiply(weight);
      sales = sales.add(faded.setScale(4, RoundingMode.HALF_UP));
    }
    put(row, DecayColumns.ORDERS, made);
    put(row, DecayColumns.NET_SALES, sales);
  }

  void events(Map<String, Object> row, List<PlainRow> events, NaiveDay day) {
    double sum = 0;
    for (PlainRow event : events) {
      sum += weight(day.on(event, EngagementSource.OCCURRED_AT));
    }
    put(row, DecayColumns.EVENTS, sum);
  }

  private double weight(LocalDate day) {
    return Math.exp(-Math.log(2) * ChronoUnit.DAYS.between(day, asOf) / halfLife);
  }

  private static void put(Map<String, Object> row, Field field, Object value) {
    row.put(field.name(), value);
  }
}
