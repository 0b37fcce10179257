package dev.dangol.report.data;

import dev.dangol.table.RowReader;
import dev.dangol.table.results.VoiceColumns;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Word that tells low ratings from high ones.
 *
 * @param lift above 1 for a word of low ratings
 * @param q the rate of false discoveries at which it counts
 */
public record TermLine(String term, double lift, double q) {
  static List<TermLine> read(Dataset<Row> terms) {
    return terms.collectAsList().stream()
        .map(RowReader::new)
        .map(
            cells ->
                new TermLine(
                    cells.text(VoiceColumns.TERM).orElse(""),
                    cells.number(VoiceColumns.TERM_LIFT).orElse(1),
                    cells.number(VoiceColumns.Q_VALUE).orElse(1)))
        .sorted(Comparator.comparing(TermLine::q).thenComparing(TermLine::term))
        .toList();
  }

  /** True for a word of low ratings. */
  public boolean isLow() {
    return lift > 1;
  }
}
