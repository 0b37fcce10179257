package dev.dangol.features.fold;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Merge of sources by customer: one row for each customer of the first of them. Rows pass the
 * accumulators and are gone, however many a customer has.
 */
final class CustomerMerge implements Iterator<InternalRow> {
  private final CustomerCursor leading;
  private final List<CustomerCursor> cursors;
  private final List<CustomerAccumulator> accumulators;
  private final int width;

  /**
   * A merge.
   *
   * @param cursors one a source; the first says whose rows are given
   * @param width how many cells a row has, the customer's id among them
   */
  CustomerMerge(List<CustomerCursor> cursors, List<CustomerAccumulator> accumulators, int width) {
    this.leading = cursors.get(0);
    this.cursors = cursors;
    this.accumulators = accumulators;
    this.width = width;
  }

  @Override
  public boolean hasNext() {
    return !leading.isAtEnd();
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    UTF8String customer = leading.customer();
    accumulators.forEach(CustomerAccumulator::begin);
    for (CustomerCursor cursor : cursors) {
      cursor.skipTo(customer);
      while (cursor.isAt(customer)) {
        for (CustomerAccumulator accumulator : accumulators) {
          cursor.pass(accumulator);
        }
        cursor.advance();
      }
    }
    FoldedCells cells = new FoldedCells(width, customer);
    for (CustomerAccumulator accumulator : accumulators) {
      accumulator.end(cells);
    }
    return cells.row();
  }
}
