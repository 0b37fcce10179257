package dev.dangol.store.files;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.WriteJobStatsTracker;
import org.apache.spark.sql.execution.datasources.WriteTaskStats;
import org.apache.spark.sql.execution.datasources.WriteTaskStatsTracker;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Tracker of the rows that a Spark job writes: it counts them and refuses those that lack a cell.
 */
final class RowTracker implements WriteJobStatsTracker {
  private static final long serialVersionUID = 1L;

  private final RequiredCells required;
  private long rows;

  RowTracker(RequiredCells required) {
    this.required = required;
  }

  /** The number of rows that were written, once the job has ended well. */
  long rows() {
    return rows;
  }

  @Override
  public WriteTaskStatsTracker newTaskInstance() {
    return new TaskTracker(required);
  }

  @Override
  public void processStats(Seq<WriteTaskStats> tasks, long millis) {
    List<WriteTaskStats> counts = CollectionConverters.asJava(tasks);
    rows = counts.stream().mapToLong(count -> ((TaskRows) count).rows()).sum();
  }

  /** The rows that a task wrote. */
  private record TaskRows(long rows) implements WriteTaskStats {}

  /** Tracker of one task. */
  private static final class TaskTracker implements WriteTaskStatsTracker {
    private final RequiredCells required;
    private long rows;

    TaskTracker(RequiredCells required) {
      this.required = required;
    }

    @Override
    public void newPartition(InternalRow values) {
      // Only rows are counted.
    }

    @Override
    public void newFile(String path) {
      // Only rows are counted.
    }

    @Override
    public void closeFile(String path) {
      // Only rows are counted.
    }

    @Override
    public void newRow(String path, InternalRow row) {
      required.check(row);
      rows++;
    }

    @Override
    public WriteTaskStats getFinalStats(long millis) {
      return new TaskRows(rows);
    }
  }
}
