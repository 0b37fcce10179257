package dev.dangol.report.data;

import dev.dangol.table.RowReader;
import dev.dangol.table.RunColumns;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Measures that could not be computed for one reason.
 *
 * @param reason which source or column is missing
 * @param measures as table.column or table, in alphabetical order
 */
public record MeasureGap(String reason, List<String> measures) {
  static List<MeasureGap> read(Dataset<Row> notMeasured) {
    Map<String, List<String>> byReason =
        notMeasured.collectAsList().stream()
            .map(RowReader::new)
            .collect(
                Collectors.groupingBy(
                    cells -> cells.text(RunColumns.WHY_NOT).orElse(""),
                    TreeMap::new,
                    Collectors.mapping(
                        cells -> cells.text(RunColumns.MEASURE).orElse(""), Collectors.toList())));
    return byReason.entrySet().stream()
        .map(entry -> new MeasureGap(entry.getKey(), entry.getValue().stream().sorted().toList()))
        .toList();
  }
}
