package dev.dangol.job;

import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.substring_index;

import dev.dangol.table.RunColumns;
import java.sql.Date;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows for {@code not_measured}. */
public final class NotMeasuredRows {
  private NotMeasuredRows() {}

  /** One row per measure. */
  public static Dataset<Row> of(JobContext day, Map<String, String> reasons) {
    Date date = day.asOf().sqlDate();
    List<Row> rows =
        reasons.entrySet().stream()
            .map(reason -> RowFactory.create(date, reason.getKey(), reason.getValue()))
            .toList();
    return day.lake().of(RunColumns.NOT_MEASURED, rows);
  }

  /**
   * What is noted of the day already, with that of these tables replaced.
   *
   * @param reasons by measure, which is a table or begins with one and a dot
   */
  public static Dataset<Row> replacing(
      JobContext day, List<String> tables, Map<String, String> reasons) {
    Column table = substring_index(RunColumns.MEASURE.col(), ".", 1);
    Dataset<Row> others =
        day.lake()
            .readDay(RunColumns.NOT_MEASURED, day.asOf())
            .where(not(table.isInCollection(tables)));
    return others.unionByName(of(day, reasons));
  }
}
