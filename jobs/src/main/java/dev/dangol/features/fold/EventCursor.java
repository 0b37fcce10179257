package dev.dangol.features.fold;

import java.util.Iterator;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Cursor over events: customer, day, kind, channel, matches. */
final class EventCursor extends CustomerCursor implements EngagementEvent {
  EventCursor(Iterator<InternalRow> rows) {
    super(rows);
  }

  @Override
  void pass(CustomerAccumulator accumulator) {
    accumulator.event(this);
  }

  @Override
  public int day() {
    return row().getInt(1);
  }

  @Override
  public int kind() {
    return row().isNullAt(2) ? NO_KIND : (int) row().getLong(2);
  }

  @Override
  public UTF8String channel() {
    return text(3);
  }

  @Override
  public long matches() {
    return row().getLong(4);
  }
}
