package dev.dangol.job;

import dev.dangol.store.Lake;
import dev.dangol.table.RowWriter;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Rows of {@code not_measured}, of which each job has its own. */
public final class NotMeasuredRows {
  private NotMeasuredRows() {}

  /**
   * Replaces the measures that a job could not compute for the day.
   *
   * @param job the job, by its name
   * @param reasons by measure
   */
  public static void replace(JobContext day, String job, Map<String, String> reasons) {
    List<Row> rows =
        reasons.entrySet().stream()
            .map(
                reason ->
                    RowWriter.of(RunColumns.NOT_MEASURED)
                        .set(SharedColumns.AS_OF, day.asOf())
                        .set(SharedColumns.OWNING_JOB, job)
                        .set(RunColumns.MEASURE, reason.getKey())
                        .set(RunColumns.WHY_NOT, reason.getValue())
                        .row())
            .toList();
    Lake lake = day.lake();
    lake.replaceDayOf(
        RunColumns.NOT_MEASURED, lake.of(RunColumns.NOT_MEASURED, rows), day.asOf(), job);
  }
}
