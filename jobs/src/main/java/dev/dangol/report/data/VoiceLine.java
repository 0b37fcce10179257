package dev.dangol.report.data;

import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.results.VoiceColumns;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Theme that everyone speaks of in a source, beside the ideal customers.
 *
 * @param share of the customers with a text there, 0 to 1
 * @param ideal the same of the ideal customers; empty where too few of them speak of it
 */
public record VoiceLine(
    String source,
    String theme,
    long customers,
    double share,
    OptionalDouble rating,
    Optional<IdealVoice> ideal) {

  /** The share of the ideal customers who speak of it, with its lift and the interval of that. */
  public record IdealVoice(double share, double lift, double low, double high) {
    private static Optional<IdealVoice> of(RowReader cells) {
      return cells.number(VoiceColumns.LIFT).isEmpty()
          ? Optional.empty()
          : Optional.of(
              new IdealVoice(
                  cells.number(VoiceColumns.SHARE).orElse(0),
                  cells.number(VoiceColumns.LIFT).orElse(0),
                  cells.number(VoiceColumns.LIFT_LOW).orElse(0),
                  cells.number(VoiceColumns.LIFT_HIGH).orElse(0)));
    }
  }

  static List<VoiceLine> read(Dataset<Row> voices) {
    List<RowReader> rows = voices.collectAsList().stream().map(RowReader::new).toList();
    Map<String, IdealVoice> ideal = new HashMap<>();
    for (RowReader cells : rows) {
      if (text(cells, VoiceColumns.GROUP).equals(CustomerGroup.IDEAL)
          && text(cells, VoiceColumns.GROUP_KIND).equals(VoiceColumns.COHORT)) {
        IdealVoice.of(cells).ifPresent(voice -> ideal.put(key(cells), voice));
      }
    }
    return rows.stream()
        .filter(cells -> text(cells, VoiceColumns.GROUP_KIND).equals(VoiceColumns.EVERYONE))
        .filter(cells -> !text(cells, VoiceColumns.THEME).equals(VoiceColumns.ALL))
        .map(cells -> line(cells, Optional.ofNullable(ideal.get(key(cells)))))
        .sorted(
            Comparator.comparing(VoiceLine::source)
                .thenComparing(Comparator.comparing(VoiceLine::share).reversed())
                .thenComparing(VoiceLine::theme))
        .toList();
  }

  private static VoiceLine line(RowReader cells, Optional<IdealVoice> ideal) {
    return new VoiceLine(
        text(cells, VoiceColumns.SOURCE),
        text(cells, VoiceColumns.THEME),
        cells.count(VoiceColumns.CUSTOMERS),
        cells.number(VoiceColumns.SHARE).orElse(0),
        cells.number(VoiceColumns.MEAN_RATING),
        ideal);
  }

  private static String key(RowReader cells) {
    return text(cells, VoiceColumns.SOURCE) + " " + text(cells, VoiceColumns.THEME);
  }

  private static String text(RowReader cells, Field field) {
    return cells.text(field).orElse("");
  }
}
