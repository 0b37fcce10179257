package dev.dangol.features.fold;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;

/** Cells of the row of one customer, filled from the left. */
public final class FoldedCells {
  private static final int AMOUNT_DIGITS = 4;
  private static final int MOST_DIGITS = 28;

  private final Object[] cells;
  private int next;

  FoldedCells(int width, UTF8String customer) {
    this.cells = new Object[width];
    add(customer);
  }

  /** A whole number. */
  public void count(long number) {
    add(number);
  }

  /** A real number. */
  public void number(double number) {
    add(number);
  }

  /** A sum of money, in ten-thousandths. */
  public void amount(long units) {
    add(Decimal.apply(units, MOST_DIGITS, AMOUNT_DIGITS));
  }

  /** A part of a whole; nothing where there is no whole. */
  public void share(long part, long whole) {
    add(whole > 0 ? (double) part / whole : null);
  }

  /** A real number where there is one, else nothing. */
  public void numberOrNone(boolean isThere, DoubleSupplier number) {
    add(isThere ? number.getAsDouble() : null);
  }

  /** True or false. */
  public void flag(boolean isSo) {
    add(isSo);
  }

  /** A text; nothing where it is null. */
  public void text(UTF8String text) {
    add(text);
  }

  /** A day, in days since 1970. */
  public void day(int day) {
    add(day);
  }

  /** Days, in days since 1970. */
  public void days(Collection<Integer> days) {
    add(new GenericArrayData(days.toArray()));
  }

  /** A list of structs, each of so many cells. */
  public void structs(List<Object[]> structs) {
    add(new GenericArrayData(structs.stream().map(GenericInternalRow::new).toArray()));
  }

  /** Nothing: it was not measured. */
  public void none() {
    add(null);
  }

  /** Counts by name, in the order of the map; nothing where it is empty. */
  public void counts(Map<UTF8String, Long> counts) {
    map(counts);
  }

  /** Numbers by name, in the order of the map; nothing where it is empty. */
  public void numbers(Map<UTF8String, Double> numbers) {
    map(numbers);
  }

  private void map(Map<UTF8String, ?> entries) {
    add(
        entries.isEmpty()
            ? null
            : new ArrayBasedMapData(
                new GenericArrayData(entries.keySet().toArray()),
                new GenericArrayData(entries.values().toArray())));
  }

  /** The cells so far, after the customer. */
  public Object[] measures() {
    return Arrays.copyOfRange(cells, 1, next);
  }

  InternalRow row() {
    if (next != cells.length) {
      throw new IllegalStateException(
          "A customer has " + next + " cells instead of " + cells.length + ".");
    }
    return new GenericInternalRow(cells);
  }

  private void add(Object cell) {
    cells[next++] = cell;
  }
}
