package dev.dangol.job;

import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.substring_index;

import dev.dangol.table.RowWriter;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows for {@code not_measured}. */
public final class NotMeasuredRows {
  private NotMeasuredRows() {}

  /** One row per measure. */
  public static Dataset<Row> of(JobContext day, Map<String, String> reasons) {
    List<Row> rows =
        reasons.entrySet().stream()
            .map(
                reason ->
                    RowWriter.of(RunColumns.NOT_MEASURED)
                        .set(SharedColumns.AS_OF, day.date())
                        .set(RunColumns.MEASURE, reason.getKey())
                        .set(RunColumns.WHY_NOT, reason.getValue())
                        .row())
            .toList();
    return day.lake().of(RunColumns.NOT_MEASURED, rows);
  }

  /**
   * The day's rows as they are, with those of the given tables replaced.
   *
   * @param reasons by measure, which is a table or begins with one and a dot
   */
  public static Dataset<Row> replacing(
      JobContext day, List<String> tables, Map<String, String> reasons) {
    Column table = substring_index(RunColumns.MEASURE.col(), ".", 1);
    Dataset<Row> others =
        day.lake()
            .readDay(RunColumns.NOT_MEASURED, day.date())
            .where(not(table.isInCollection(tables)));
    return others.unionByName(of(day, reasons));
  }
}
