package dev.dangol.features.fold;

import java.util.Iterator;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Cursor over the rows of one source, which come customer by customer in the order of their ids.
 */
abstract class CustomerCursor {
  private static final int CUSTOMER = 0;

  private final Iterator<InternalRow> rows;
  private UTF8String customer;
  private InternalRow row;

  /** A cursor that stands at the first row. */
  CustomerCursor(Iterator<InternalRow> rows) {
    this.rows = rows;
    advance();
  }

  /** Lets the row where the cursor stands pass an accumulator. */
  abstract void pass(CustomerAccumulator accumulator);

  /** The row where the cursor stands. */
  InternalRow row() {
    return row;
  }

  /** The text of a cell; null where it is empty. */
  UTF8String text(int place) {
    return row.isNullAt(place) ? null : row.getUTF8String(place);
  }

  /** The whole number of a cell; another where it is empty. */
  long number(int place, long unknown) {
    return row.isNullAt(place) ? unknown : row.getLong(place);
  }

  boolean isAtEnd() {
    return row == null;
  }

  /** The customer of the row where the cursor stands. */
  UTF8String customer() {
    return customer;
  }

  boolean isAt(UTF8String other) {
    return row != null && customer.equals(other);
  }

  /** Moves to the first row of a customer or, without one, of the next after them. */
  void skipTo(UTF8String other) {
    while (row != null && customer.compareTo(other) < 0) {
      advance();
    }
  }

  /**
   * Moves to the next row.
   *
   * @throws IllegalStateException where its customer should have come earlier
   */
  final void advance() {
    row = rows.hasNext() ? rows.next() : null;
    if (row == null) {
      return;
    }
    UTF8String next = row.getUTF8String(CUSTOMER);
    if (next.equals(customer)) {
      return;
    }
    if (customer != null && next.compareTo(customer) < 0) {
      throw new IllegalStateException(
          "Rows are not in order of customers although their files say so. Run ingest --force,"
              + " which writes them anew.");
    }
    customer = next.copy();
  }
}
