package dev.dangol.features.fold;

import java.util.Iterator;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Cursor over purchases: customer, day, category, product. */
final class PurchaseCursor extends CustomerCursor implements PurchaseLine {
  PurchaseCursor(Iterator<InternalRow> rows) {
    super(rows);
  }

  @Override
  void pass(CustomerAccumulator accumulator) {
    accumulator.purchase(this);
  }

  @Override
  public int day() {
    return row().getInt(1);
  }

  @Override
  public UTF8String category() {
    return text(2);
  }

  @Override
  public UTF8String product() {
    return text(3);
  }
}
