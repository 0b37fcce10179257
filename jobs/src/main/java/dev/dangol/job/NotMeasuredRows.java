package dev.dangol.job;

import dev.dangol.table.RunColumns;
import java.sql.Date;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows for {@code not_measured}. */
final class NotMeasuredRows {
  private NotMeasuredRows() {}

  /** One row per measure. */
  static Dataset<Row> of(Workday day, Map<String, String> reasons) {
    Date date = Date.valueOf(day.date());
    List<Row> rows =
        reasons.entrySet().stream()
            .map(reason -> RowFactory.create(date, reason.getKey(), reason.getValue()))
            .toList();
    return day.lake().of(RunColumns.NOT_MEASURED, rows);
  }
}
