package dev.dangol.report.data;

import dev.dangol.table.RowReader;
import dev.dangol.table.results.RetentionColumns;
import dev.dangol.table.results.SegmentColumns;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Changes of segments since the last day described.
 *
 * @param segments those of the day and those that ended, the highest net sales first
 * @param flows how many customers went from where to where, the most first
 */
public record SegmentChanges(List<SegmentLine> segments, List<SegmentFlow> flows) {
  private static final String NEW = "new";
  private static final int MOST_SHOWN = 10;

  /**
   * Customers who made the same move.
   *
   * @param from a segment's id, outlier, or new for those who were no customers
   * @param to a segment's id, outlier, or left for those who are customers no more
   */
  public record SegmentFlow(String from, String to, long customers) {}

  static SegmentChanges read(ReportTables tables) {
    return new SegmentChanges(
        SegmentLine.read(tables.of(SegmentColumns.SEGMENTS)),
        flows(tables.of(SegmentColumns.SEGMENT_FLOWS)));
  }

  /** The segments that customers are in. */
  public List<SegmentLine> standing() {
    return segments.stream().filter(segment -> segment.value().size() > 0).toList();
  }

  /** The segments that ended. */
  public List<SegmentLine> ended() {
    return segments.stream().filter(SegmentLine::retired).toList();
  }

  /** True where there is an earlier day to compare with. */
  public boolean known() {
    return flows.stream().anyMatch(flow -> !flow.from().equals(NEW));
  }

  /** The largest moves from one place to another. */
  public List<SegmentFlow> moves() {
    return flows.stream().filter(flow -> !flow.from().equals(flow.to())).limit(MOST_SHOWN).toList();
  }

  private static List<SegmentFlow> flows(Dataset<Row> flows) {
    return flows.collectAsList().stream()
        .map(RowReader::new)
        .map(
            cells ->
                new SegmentFlow(
                    cells.text(SegmentColumns.FROM).orElseThrow(),
                    cells.text(SegmentColumns.TO).orElseThrow(),
                    cells.count(RetentionColumns.CUSTOMERS)))
        .sorted(
            Comparator.comparingLong(SegmentFlow::customers)
                .reversed()
                .thenComparing(SegmentFlow::from)
                .thenComparing(SegmentFlow::to))
        .toList();
  }
}
