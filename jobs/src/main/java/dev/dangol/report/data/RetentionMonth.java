package dev.dangol.report.data;

import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.results.RetentionColumns;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Customers who first bought in one month.
 *
 * @param customers how many they are
 * @param cells what became of them, by age in months
 */
public record RetentionMonth(YearMonth month, long customers, Map<Integer, RetentionCell> cells) {
  public RetentionMonth {
    cells = Collections.unmodifiableMap(new TreeMap<>(cells));
  }

  static RetentionMonth of(RowReader row, AsOf asOf) {
    YearMonth month = YearMonth.from(row.day(RetentionColumns.ACQUIRED_MONTH).orElseThrow());
    int age = Math.toIntExact(row.count(RetentionColumns.AGE_MONTHS));
    long customers = row.count(RetentionColumns.CUSTOMERS);
    long active = row.count(RetentionColumns.ACTIVE_CUSTOMERS);
    boolean open = asOf.day().isBefore(month.plusMonths(age).atEndOfMonth());
    double rate = customers == 0 ? 0 : (double) active / customers;
    return new RetentionMonth(
        month, customers, Map.of(age, new RetentionCell(age, active, rate, open)));
  }

  RetentionMonth plus(RetentionMonth other) {
    Map<Integer, RetentionCell> both = new TreeMap<>(cells);
    both.putAll(other.cells);
    return new RetentionMonth(month, customers, both);
  }

  /** One more than the highest age. */
  int ages() {
    return cells.keySet().stream().mapToInt(age -> age + 1).max().orElse(0);
  }
}
