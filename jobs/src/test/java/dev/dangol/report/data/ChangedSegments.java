package dev.dangol.report.data;

import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.RetentionColumns;
import dev.dangol.table.results.SegmentColumns;
import dev.dangol.testing.TestRows;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Segments of a day that has an earlier one. */
final class ChangedSegments {
  private ChangedSegments() {}

  /** The lapsed have gone into the regulars, and some regulars are a segment of their own. */
  static Dataset<Row> segments(SparkSession spark) {
    return TestRows.of(
            spark,
            SharedColumns.SEGMENT_ID,
            SharedColumns.SEGMENT_NAME,
            SegmentColumns.SEGMENT_NAME_KO,
            SegmentColumns.SIZE,
            SegmentColumns.SHARE,
            SegmentColumns.NET_SALES,
            SegmentColumns.SHARE_OF_NET_SALES,
            SegmentColumns.CENTRE,
            SegmentColumns.MEANS,
            SegmentColumns.TOP_FEATURES,
            SegmentColumns.EVENT,
            SegmentColumns.PARENT_IDS,
            SegmentColumns.OUTLIERS)
        .row(
            "s1",
            "Regulars",
            "단골",
            4,
            0.8,
            "90",
            0.9,
            null,
            null,
            null,
            "merged",
            ShopTables.list("s1", "s2"),
            1)
        .row(
            "s2",
            "Lapsed",
            "이탈",
            0,
            0,
            "0",
            0,
            null,
            null,
            null,
            "retired",
            ShopTables.list("s2"),
            0)
        .row(
            "s4",
            "Content",
            "만족",
            1,
            0.2,
            "10",
            0.1,
            null,
            null,
            null,
            "split",
            ShopTables.list("s1"),
            null)
        .table();
  }

  static Dataset<Row> flows(SparkSession spark) {
    return TestRows.of(spark, SegmentColumns.FROM, SegmentColumns.TO, RetentionColumns.CUSTOMERS)
        .row("new", "s1", 1)
        .row("outlier", "left", 1)
        .row("s1", "s1", 40)
        .row("s2", "s1", 3)
        .table();
  }
}
