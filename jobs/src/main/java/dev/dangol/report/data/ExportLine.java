package dev.dangol.report.data;

import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.results.DeliveryColumns;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A list of customers that was exported on the day.
 *
 * @param target the target, as export.targets names it
 * @param group the cohort, or what stands in its place
 * @param rows customers in the file
 * @param heldBack customers who are not, by reason
 */
public record ExportLine(String target, String group, long rows, Map<String, Long> heldBack) {
  private static final String FULL = "full";

  public ExportLine {
    heldBack = new TreeMap<>(heldBack);
  }

  /** The full files of the day, by target and group; of several runs one stands for all. */
  static List<ExportLine> read(Dataset<Row> exports, AsOf asOf) {
    Map<String, ExportLine> lines = new LinkedHashMap<>();
    exports
        .where(
            DeliveryColumns.EXPORTED_DAY
                .col()
                .equalTo(asOf.column())
                .and(DeliveryColumns.KIND.col().equalTo(FULL))
                .and(DeliveryColumns.HELD_BACK.col().isNotNull()))
        .collectAsList()
        .stream()
        .map(row -> line(new RowReader(row)))
        .sorted(Comparator.comparing(ExportLine::target).thenComparing(ExportLine::group))
        .forEach(line -> lines.put(line.target() + "/" + line.group(), line));
    return List.copyOf(lines.values());
  }

  private static ExportLine line(RowReader cells) {
    return new ExportLine(
        cells.text(DeliveryColumns.TARGET).orElseThrow(),
        cells.text(DeliveryColumns.GROUP).orElseThrow(),
        cells.count(DeliveryColumns.ROWS),
        cells.counts(DeliveryColumns.HELD_BACK));
  }
}
