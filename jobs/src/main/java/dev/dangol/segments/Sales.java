package dev.dangol.segments;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;

/**
 * Net sales to date, exact to the last decimal.
 *
 * @param bySegment in the order of the model's centres
 * @param total of all customers, those set aside included
 */
record Sales(List<BigDecimal> bySegment, BigDecimal total) {

  /** Reads sums by label; the sum without a label is that of the customers set aside. */
  static Sales of(List<Label> labels, List<Row> sums) {
    List<BigDecimal> bySegment = labels.stream().map(label -> sum(sums, label.id())).toList();
    BigDecimal aside = sum(sums, null);
    return new Sales(bySegment, bySegment.stream().reduce(aside, BigDecimal::add));
  }

  private static BigDecimal sum(List<Row> sums, String label) {
    return sums.stream()
        .filter(row -> Objects.equals(row.getString(0), label) && !row.isNullAt(1))
        .map(row -> row.getDecimal(1))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
