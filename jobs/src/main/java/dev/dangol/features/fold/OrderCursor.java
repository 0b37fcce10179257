package dev.dangol.features.fold;

import java.util.Iterator;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Cursor over lines as orders are made of them, with the columns of {@link FoldedSource#ORDERS}.
 */
final class OrderCursor extends CustomerCursor implements DeliveredLine {
  OrderCursor(Iterator<InternalRow> rows) {
    super(rows);
  }

  @Override
  void pass(CustomerAccumulator accumulator) {
    accumulator.delivery(this);
  }

  @Override
  public int day() {
    return row().getInt(1);
  }

  @Override
  public boolean isBought() {
    return row().getBoolean(2);
  }

  @Override
  public UTF8String order() {
    return text(3);
  }

  @Override
  public long net() {
    return row().getLong(4);
  }

  @Override
  public long cost() {
    return row().isNullAt(5) ? UNKNOWN : row().getLong(5);
  }

  @Override
  public boolean namesOrder() {
    return row().getBoolean(6);
  }

  @Override
  public int promisedOn() {
    return row().getInt(7);
  }

  @Override
  public boolean isKnown(FoldedDay day) {
    return has(day.known());
  }

  @Override
  public boolean isJudged(FoldedDay day) {
    return has(day.judged());
  }

  @Override
  public boolean isLate(FoldedDay day) {
    return has(day.late());
  }

  private boolean has(int bit) {
    return (row().getLong(8) & bit) != 0;
  }

  @Override
  public UTF8String category() {
    return text(9);
  }

  @Override
  public UTF8String product() {
    return text(10);
  }

  @Override
  public long moment() {
    return row().getLong(12);
  }

  @Override
  public boolean isPriced() {
    return !row().isNullAt(11);
  }

  @Override
  public double unitPrice() {
    return row().getDouble(11);
  }

  @Override
  public UTF8String productLine() {
    return null;
  }

  @Override
  public long list() {
    return UNKNOWN;
  }

  @Override
  public long discount() {
    return UNKNOWN;
  }

  @Override
  public long quantity() {
    return UNKNOWN;
  }

  @Override
  public boolean isPromoted() {
    return false;
  }

  @Override
  public long matches() {
    return 0;
  }
}
