package dev.dangol.features.fold;

import java.util.Iterator;
import org.apache.spark.sql.catalyst.InternalRow;

/** Cursor over rows of what is said and given, with the columns of {@link FoldedSource}. */
final class TalkCursor extends CustomerCursor implements TalkRow {
  private final FoldedSource source;

  TalkCursor(FoldedSource source, Iterator<InternalRow> rows) {
    super(rows);
    this.source = source;
  }

  @Override
  void pass(CustomerAccumulator accumulator) {
    accumulator.talk(source, this);
  }

  @Override
  public long moment() {
    return row().getLong(1);
  }

  @Override
  public int day() {
    return row().getInt(2);
  }

  @Override
  public boolean is(long bit) {
    return (row().getLong(3) & bit) != 0;
  }

  @Override
  public long amount() {
    return number(4, UNKNOWN);
  }

  @Override
  public long parts() {
    return number(5, UNKNOWN);
  }

  @Override
  public double score() {
    return row().getDouble(6);
  }

  @Override
  public int dueOn() {
    return row().getInt(7);
  }

  @Override
  public int reopenedOn() {
    return row().getInt(8);
  }
}
