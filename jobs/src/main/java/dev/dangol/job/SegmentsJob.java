package dev.dangol.job;

import dev.dangol.segments.Segmentation;
import dev.dangol.store.Lake;
import dev.dangol.table.FeatureColumns;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SegmentColumns;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds the kinds of customers there are, and puts every customer into one. */
public final class SegmentsJob implements Job {
  private static final String PREFIX = SegmentColumns.SEGMENTS.name() + ".";

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
    if (!found.leftOut().isEmpty()) {
      lake.replaceDay(RunColumns.NOT_MEASURED, notMeasured(day, found.leftOut()), day.date());
    }
  }

  /** What the features job noted of the day, and the features that segments could not use. */
  private static Dataset<Row> notMeasured(Workday day, Map<String, String> leftOut) {
    Dataset<Row> others =
        day.lake()
            .readDay(RunColumns.NOT_MEASURED, day.date())
            .where(RunColumns.MEASURE.col().startsWith(PREFIX).equalTo(false));
    Map<String, String> measures = new TreeMap<>();
    leftOut.forEach((feature, reason) -> measures.put(PREFIX + feature, reason));
    return others.unionByName(NotMeasuredRows.of(day, measures));
  }
}
