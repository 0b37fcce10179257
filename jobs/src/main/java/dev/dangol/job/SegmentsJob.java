package dev.dangol.job;

import dev.dangol.segments.Segmentation;
import dev.dangol.store.Lake;
import dev.dangol.table.FeatureColumns;
import dev.dangol.table.SegmentColumns;

/** Finds the kinds of customers there are, and puts every customer into one. */
public final class SegmentsJob implements Job {
  @Override
  public String name() {
    return "segments";
  }

  @Override
  public String after() {
    return "features";
  }

  @Override
  public void run(Workday day) {
    Lake lake = day.lake();
    var features =
        lake.readDay(FeatureColumns.table(day.settings().features().windows()), day.date());
    Segmentation found = Segmentation.of(features, day.settings().segments(), day.date());
    lake.replaceDay(SegmentColumns.SEGMENTS, found.segments(), day.date());
    lake.replaceDay(SegmentColumns.CUSTOMER_SEGMENTS, found.customers(), day.date());
    lake.replaceDay(SegmentColumns.SEGMENT_SEARCH, found.search(), day.date());
  }
}
