package dev.dangol.store;

import dev.dangol.problem.EnvironmentFailure;
import dev.dangol.table.RowReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;

/**
 * Aggregates rows while they are written to a table, without a second pass. Where Spark skips the
 * plan, since it needs none of the rows, the aggregates take a pass of their own.
 */
public final class RowCounters {
  private static final long LONGEST_WAIT_MILLIS = 60_000;

  private final Observation observation = new Observation();
  private Dataset<Row> observed;
  private Column first;
  private Column[] others = {};

  /** The same rows; the named aggregates over them are known once they are written. */
  public Dataset<Row> on(Dataset<Row> rows, Column one, Column... more) {
    observed = rows;
    first = one;
    others = more;
    return rows.observe(observation, one, more);
  }

  /** The aggregates by name, once the rows are written. */
  public Map<String, Object> values() {
    try {
      Map<String, Object> values = hasArrived() ? observation.getAsJava() : Map.of();
      return values.isEmpty() ? of(observed, first, others) : values;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new EnvironmentFailure(
          "The run was interrupted while it wrote. Run it again.", stopped);
    }
  }

  /** The aggregates of rows that are not written, by name: they take a pass. */
  public static Map<String, Object> of(Dataset<Row> rows, Column one, Column... more) {
    Dataset<Row> aggregates = rows.agg(one, more);
    List<Object> cells = new RowReader(aggregates.head()).cells();
    Map<String, Object> values = new HashMap<>();
    for (int place = 0; place < cells.size(); place++) {
      values.put(aggregates.columns()[place], cells.get(place));
    }
    return values;
  }

  public long count(String name) {
    return values().get(name) instanceof Number number ? number.longValue() : 0;
  }

  /** True where the aggregates have arrived: with the event of the write's end, or never. */
  private boolean hasArrived() {
    try {
      if (!observation.future().isCompleted()) {
        observed.sparkSession().sparkContext().listenerBus().waitUntilEmpty(LONGEST_WAIT_MILLIS);
      }
    } catch (TimeoutException busy) {
      return false;
    }
    return observation.future().isCompleted();
  }
}
