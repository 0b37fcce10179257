package dev.dangol.job;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tables that are computed once and kept until the job is done, since they are read repeatedly.
 * They are computed at once: what is made from them is then planned by their real size, and small
 * ones are joined without moving the others about.
 */
final class Kept implements UnaryOperator<Dataset<Row>>, AutoCloseable {
  private final Deque<Dataset<Row>> tables = new ArrayDeque<>();

  @Override
  public Dataset<Row> apply(Dataset<Row> table) {
    tables.push(table.persist());
    table.count();
    return table;
  }

  /** Lets go of them, the latest first: an earlier one would have those after it planned anew. */
  @Override
  public void close() {
    tables.forEach(Dataset::unpersist);
  }
}
