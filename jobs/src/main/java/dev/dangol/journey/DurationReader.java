package dev.dangol.journey;

import dev.dangol.table.RowReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/** Reader of durations sorted by group and length, which holds one at a time. */
final class DurationReader implements FlatMapFunction<Iterator<Row>, DurationQuantiles> {
  private static final long serialVersionUID = 1;

  private final Map<String, Long> sizes;

  /**
   * Reads whole groups.
   *
   * @param sizes the number of durations of each group
   */
  DurationReader(Map<String, Long> sizes) {
    this.sizes = Map.copyOf(sizes);
  }

  @Override
  public Iterator<DurationQuantiles> call(Iterator<Row> sorted) {
    List<DurationQuantiles> results = new ArrayList<>();
    String group = null;
    DurationCurve curve = null;
    while (sorted.hasNext()) {
      RowReader row = new RowReader(sorted.next());
      String next = row.text(DurationColumns.GROUP).orElseThrow();
      if (!next.equals(group)) {
        if (curve != null) {
          results.add(curve.finish(group));
        }
        group = next;
        curve = new DurationCurve(sizes.get(next));
      }
      curve.add(row.count(DurationColumns.SPAN), (int) row.count(DurationColumns.ENDED));
    }
    if (curve != null) {
      results.add(curve.finish(group));
    }
    return results.iterator();
  }
}
