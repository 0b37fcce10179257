package dev.dangol.features.fold;

import java.util.Iterator;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Cursor over reviews, with the columns of {@link FoldedSource#REVIEWS}. */
final class ReviewCursor extends CustomerCursor implements CustomerReview {
  ReviewCursor(Iterator<InternalRow> rows) {
    super(rows);
  }

  @Override
  void pass(CustomerAccumulator accumulator) {
    accumulator.review(this);
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
  public double rating() {
    return row().getDouble(3);
  }

  @Override
  public long ratingUnits() {
    return row().getLong(4);
  }

  @Override
  public long scaledUnits() {
    return number(5, UNKNOWN);
  }

  @Override
  public long length() {
    return number(6, UNKNOWN);
  }

  @Override
  public long helpfulVotes() {
    return number(7, UNKNOWN);
  }

  @Override
  public UTF8String product() {
    return text(8);
  }

  @Override
  public boolean isKnown(FoldedDay day) {
    return (row().getLong(9) & day.known()) != 0;
  }
}
