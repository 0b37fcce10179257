package dev.dangol.report.data;

import dev.dangol.table.RowReader;
import dev.dangol.table.RunColumns;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A check of the data.
 *
 * @param name what was checked
 * @param value what was found; empty where nothing could be
 * @param bound what is allowed; empty for no bound
 * @param result what came of it
 */
public record CheckLine(
    String name, OptionalDouble value, OptionalDouble bound, CheckResult result) {

  /** Result of a check, the most urgent first. */
  public enum CheckResult {
    FAILED,
    PASSED,
    /** There is no bound, so that it cannot fail. */
    MEASURED;

    /** The result in a row; tables of the first version say of what has no bound that it passed. */
    private static CheckResult read(RowReader cells) {
      if (cells.number(RunColumns.BOUND).isEmpty()) {
        return MEASURED;
      }
      return cells
          .optionalFlag(RunColumns.PASSED)
          .map(passed -> passed ? PASSED : FAILED)
          .orElse(MEASURED);
    }

    /** The word for it in files of words and styles. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The checks: those that failed, those that passed, and what was only measured. */
  static List<CheckLine> read(Dataset<Row> checks) {
    return checks.collectAsList().stream()
        .map(RowReader::new)
        .map(
            cells ->
                new CheckLine(
                    cells.text(RunColumns.CHECK).orElse(""),
                    cells.number(RunColumns.CHECK_VALUE),
                    cells.number(RunColumns.BOUND),
                    CheckResult.read(cells)))
        .sorted(Comparator.comparing(CheckLine::result).thenComparing(CheckLine::name))
        .toList();
  }
}
