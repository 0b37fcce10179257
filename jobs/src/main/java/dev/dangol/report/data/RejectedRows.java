package dev.dangol.report.data;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;

import dev.dangol.table.RowReader;
import dev.dangol.table.RunColumns;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows in quarantine, by source and reason. What a row holds is not shown: quoted values in a
 * reason are left out.
 *
 * @param rows how many rows there are in all
 * @param lines the commonest reasons of each source, at most about a hundred
 */
public record RejectedRows(long rows, List<RejectionLine> lines) {
  private static final int MOST_LINES = 100;
  private static final String QUOTED = "'[^']*'|\"[^\"]*\"|‘[^’]*’|“[^”]*”";

  /**
   * Rows that one source delivered and that were rejected for one reason.
   *
   * @param reason why, without the value that was found
   */
  public record RejectionLine(String source, String reason, long rows) {}

  /** Counts the rows; totals come with their parts, so that one pass is enough. */
  static RejectedRows read(Dataset<Row> quarantine) {
    List<RowReader> counts =
        quarantine
            .select(
                RunColumns.SOURCE.col(),
                RunColumns.REASON.is(regexp_replace(RunColumns.REASON.col(), QUOTED, "…")))
            .rollup(RunColumns.SOURCE.col(), RunColumns.REASON.col())
            .agg(ReportColumns.ROWS.is(count(lit(1))))
            .orderBy(
                ReportColumns.ROWS.col().desc(),
                RunColumns.SOURCE.col().asc_nulls_first(),
                RunColumns.REASON.col().asc_nulls_first())
            .limit(MOST_LINES)
            .collectAsList()
            .stream()
            .map(RowReader::new)
            .toList();
    long rows = counts.stream().mapToLong(cells -> cells.count(ReportColumns.ROWS)).max().orElse(0);
    List<RejectionLine> lines =
        counts.stream()
            .filter(cells -> cells.text(RunColumns.REASON).isPresent())
            .map(RejectedRows::line)
            .sorted(Comparator.comparing(RejectionLine::source))
            .toList();
    return new RejectedRows(rows, lines);
  }

  /** Rows whose reason is too rare to be in the list. */
  public long otherRows() {
    return rows - lines.stream().mapToLong(RejectionLine::rows).sum();
  }

  private static RejectionLine line(RowReader cells) {
    return new RejectionLine(
        cells.text(RunColumns.SOURCE).orElseThrow(),
        cells.text(RunColumns.REASON).orElseThrow(),
        cells.count(ReportColumns.ROWS));
  }
}
