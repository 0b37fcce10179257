package dev.dangol.features;

import dev.dangol.table.Field;
import dev.dangol.testing.PlainRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The day from which a naive shop looks back, and how it reads a row. */
record NaiveDay(LocalDate day, ZoneId zone) {
  Instant end() {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** True where it has happened by the end of the day. */
  boolean happened(PlainRow row, Field time) {
    return !row.empty(time) && row.instant(time).isBefore(end());
  }

  LocalDate on(PlainRow row, Field time) {
    return row.instant(time).atZone(zone).toLocalDate();
  }

  boolean within(LocalDate on, int window) {
    return ChronoUnit.DAYS.between(on, day) < window;
  }

  long withinWindow(List<PlainRow> rows, Field time, int window) {
    return rows.stream().filter(row -> within(on(row, time), window)).count();
  }

  /** The sum of the known values; 0 where there are none. */
  static BigDecimal sum(List<PlainRow> rows, Field amount) {
    return rows.stream()
        .filter(row -> !row.empty(amount))
        .map(row -> row.row().<BigDecimal>getAs(amount.name()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Null of nothing. */
  static Double share(long part, long whole) {
    return whole == 0 ? null : Double.valueOf((double) part / whole);
  }

  /** Null of nothing. */
  static Double mean(List<? extends Number> numbers) {
    BigDecimal sum =
        numbers.stream()
            .map(number -> new BigDecimal(number.toString()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return numbers.isEmpty() ? null : Double.valueOf(sum.doubleValue() / numbers.size());
  }
}
