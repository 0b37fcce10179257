package dev.dangol.report.data;

import dev.dangol.table.RowReader;
import dev.dangol.table.RunColumns;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A check of the data.
 *
 * @param name what was checked
 * @param value what was found; empty where nothing could be
 * @param bound what is allowed; empty for no bound
 * @param passed true where the bound holds
 */
public record CheckLine(String name, OptionalDouble value, OptionalDouble bound, boolean passed) {
  /** The checks, those that failed first. */
  static List<CheckLine> read(Dataset<Row> checks) {
    return checks.collectAsList().stream()
        .map(RowReader::new)
        .map(
            cells ->
                new CheckLine(
                    cells.text(RunColumns.CHECK).orElse(""),
                    cells.number(RunColumns.CHECK_VALUE),
                    cells.number(RunColumns.BOUND),
                    cells.flag(RunColumns.PASSED)))
        .sorted(Comparator.comparing(CheckLine::passed).thenComparing(CheckLine::name))
        .toList();
  }
}
