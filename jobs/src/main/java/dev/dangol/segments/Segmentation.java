package dev.dangol.segments;

import dev.dangol.config.SegmentSettings;
import dev.dangol.table.Columns;
import dev.dangol.table.SegmentColumns;
import dev.dangol.table.Table;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Customers divided into segments: k-means on prepared features, see {@link Scaling}, with the
 * number of segments chosen by silhouette, stability and size, see {@link
 * dev.dangol.segments.kmeans.Trial}. Segments are numbered by net sales per customer, highest
 * first. The same customers give the same segments, whatever the order or partitioning of the rows.
 *
 * @param segments the table segments
 * @param customers the table customer_segments: everyone, those set aside too
 * @param search the table segment_search
 * @param leftOut the configured features that customers could not be compared by, with the reason
 */
public record Segmentation(
    Dataset<Row> segments,
    Dataset<Row> customers,
    Dataset<Row> search,
    Map<String, String> leftOut) {
  public Segmentation {
    leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
  }

  /**
   * Fits and applies the segments. The fit runs Spark jobs at once; the table of customers is as
   * lazy as any.
   *
   * @param features one row per customer, with the columns of customer_features of one day
   * @param asOf that day
   */
  public static Segmentation of(Dataset<Row> features, SegmentSettings settings, LocalDate asOf) {
    Measures measures = Measures.of(features, settings.features());
    Fitted fitted = new Fit(features, measures, settings).fitted();
    List<Segment> segments = Segment.numbered(fitted.profiles());
    List<Label> labels = Segment.labels(segments, fitted.model().centres().count());
    Dataset<Row> members = Members.of(features, measures, fitted.model(), labels);
    return new Segmentation(
        table(features, SegmentColumns.SEGMENTS, SegmentRows.segments(segments, fitted, asOf)),
        customers(members, asOf),
        table(features, SegmentColumns.SEGMENT_SEARCH, SegmentRows.search(fitted, asOf)),
        fitted.leftOut());
  }

  private static Dataset<Row> customers(Dataset<Row> members, LocalDate asOf) {
    return members.select(
        Columns.AS_OF.is(functions.lit(asOf)),
        Columns.CUSTOMER_ID.col(),
        Columns.SEGMENT_ID.col(),
        Columns.SEGMENT_NAME.col(),
        SegmentColumns.DISTANCE.col(),
        SegmentColumns.OUTLIER.col());
  }

  private static Dataset<Row> table(Dataset<Row> near, Table table, List<Row> rows) {
    return near.sparkSession().createDataFrame(rows, table.schema());
  }
}
