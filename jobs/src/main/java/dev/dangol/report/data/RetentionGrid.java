package dev.dangol.report.data;

import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.results.RetentionColumns;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Retention of customers, by month of the first purchase and months since.
 *
 * @param months oldest first, at most the newest {@value #MOST_MONTHS}
 * @param allMonths how many months of first purchase there are
 * @param customers how many customers first bought in all of them
 * @param mean the rate of all months together at each age, over calendar months that are over
 */
public record RetentionGrid(
    List<RetentionMonth> months, int allMonths, long customers, List<OptionalDouble> mean) {
  static final int MOST_MONTHS = 24;
  static final int HIGHEST_AGE = 12;

  public RetentionGrid {
    months = List.copyOf(months);
    mean = List.copyOf(mean);
  }

  /** Reads at most {@value #HIGHEST_AGE} months of age for each month of first purchase. */
  static RetentionGrid read(Dataset<Row> cohorts, AsOf asOf) {
    Map<YearMonth, RetentionMonth> byMonth = new TreeMap<>();
    cohorts
        .where(RetentionColumns.AGE_MONTHS.col().leq(HIGHEST_AGE))
        .select(
            RetentionColumns.ACQUIRED_MONTH.col(),
            RetentionColumns.AGE_MONTHS.col(),
            RetentionColumns.CUSTOMERS.col(),
            RetentionColumns.ACTIVE_CUSTOMERS.col())
        .collectAsList()
        .stream()
        .map(row -> RetentionMonth.of(new RowReader(row), asOf))
        .forEach(cell -> byMonth.merge(cell.month(), cell, RetentionMonth::plus));
    List<RetentionMonth> all = List.copyOf(byMonth.values());
    List<RetentionMonth> newest = all.subList(Math.max(0, all.size() - MOST_MONTHS), all.size());
    long customers = all.stream().mapToLong(RetentionMonth::customers).sum();
    return new RetentionGrid(newest, all.size(), customers, means(all));
  }

  /** The ages that have a column, 0 upwards. */
  public List<Integer> ages() {
    List<Integer> ages = new ArrayList<>();
    for (int age = 0; age < mean.size(); age++) {
      ages.add(age);
    }
    return ages;
  }

  /** The highest rate shown after the month of the first purchase; 0 where there is none. */
  public double highestRate() {
    return months.stream()
        .flatMap(month -> month.cells().values().stream())
        .filter(cell -> cell.age() > 0)
        .mapToDouble(RetentionCell::rate)
        .max()
        .orElse(0);
  }

  /** True where a month shown is not over on the day described. */
  public boolean hasOpenMonth() {
    return months.stream()
        .flatMap(month -> month.cells().values().stream())
        .anyMatch(RetentionCell::open);
  }

  private static List<OptionalDouble> means(List<RetentionMonth> all) {
    int ages = all.stream().mapToInt(RetentionMonth::ages).max().orElse(0);
    List<OptionalDouble> means = new ArrayList<>();
    for (int age = 0; age < ages; age++) {
      means.add(mean(all, age));
    }
    return means;
  }

  private static OptionalDouble mean(List<RetentionMonth> all, int age) {
    long active = 0;
    long customers = 0;
    for (RetentionMonth month : all) {
      RetentionCell cell = month.cells().get(age);
      if (cell != null && !cell.open()) {
        active += cell.active();
        customers += month.customers();
      }
    }
    return customers == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) active / customers);
  }
}
