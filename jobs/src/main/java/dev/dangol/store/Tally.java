package dev.dangol.store;

import dev.dangol.problem.Undoable;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;

/** Aggregates taken from rows while they are on their way to a table: no second pass. */
public final class Tally {
  private final Observation observation = new Observation();

  /** The same rows; the named aggregates over them are known once they are written. */
  public Dataset<Row> on(Dataset<Row> rows, Column first, Column... others) {
    return rows.observe(observation, first, others);
  }

  /** The aggregates by name, once the rows are written. */
  public Map<String, Object> values() {
    try {
      return observation.getAsJava();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Undoable("The run was interrupted while it wrote. Run it again.", stopped);
    }
  }

  public long count(String name) {
    return values().get(name) instanceof Number number ? number.longValue() : 0;
  }
}
