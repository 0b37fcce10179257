package dev.dangol.job;

import dev.dangol.store.Lake;
import dev.dangol.table.RunColumns;
import java.sql.Date;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows of {@code not_measured}, of which each job has its own. */
public final class NotMeasuredRows {
  private NotMeasuredRows() {}

  /**
   * Replaces what a job could not measure of the day.
   *
   * @param job the job, by its name
   * @param reasons by measure
   */
  public static void replace(JobContext day, String job, Map<String, String> reasons) {
    Date date = Date.valueOf(day.date());
    List<Row> rows =
        reasons.entrySet().stream()
            .map(reason -> RowFactory.create(date, job, reason.getKey(), reason.getValue()))
            .toList();
    Lake lake = day.lake();
    lake.replaceDayOf(
        RunColumns.NOT_MEASURED, lake.of(RunColumns.NOT_MEASURED, rows), day.date(), job);
  }
}
