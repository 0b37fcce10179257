package dev.dangol.features.fold;

import java.util.Iterator;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Cursor over lines of purchases and refunds, with the columns of {@link FoldedSource#columns}. */
final class PurchaseCursor extends CustomerCursor implements PurchaseLine {
  PurchaseCursor(Iterator<InternalRow> rows) {
    super(rows);
  }

  @Override
  void pass(CustomerAccumulator accumulator) {
    if (row().getBoolean(2)) {
      accumulator.purchase(this);
    } else {
      accumulator.refund(this);
    }
  }

  @Override
  public int day() {
    return row().getInt(1);
  }

  @Override
  public UTF8String order() {
    return text(3);
  }

  @Override
  public UTF8String category() {
    return text(4);
  }

  @Override
  public UTF8String product() {
    return text(5);
  }

  @Override
  public UTF8String productLine() {
    return text(6);
  }

  @Override
  public long net() {
    return row().getLong(7);
  }

  @Override
  public long list() {
    return number(8, UNKNOWN);
  }

  @Override
  public long discount() {
    return number(9, UNKNOWN);
  }

  @Override
  public long quantity() {
    return number(10, UNKNOWN);
  }

  @Override
  public long cost() {
    return number(11, UNKNOWN);
  }

  @Override
  public boolean isPromoted() {
    return row().getBoolean(12);
  }

  @Override
  public long matches() {
    return row().getLong(13);
  }
}
