package dev.dangol.report;

import dev.dangol.table.Cells;
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
public record Gap(String reason, List<String> measures) {
  static List<Gap> read(Dataset<Row> notMeasured) {
    Map<String, List<String>> byReason =
        notMeasured.collectAsList().stream()
            .map(Cells::new)
            .collect(
                Collectors.groupingBy(
                    cells -> cells.text(RunColumns.WHY_NOT).orElse(""),
                    TreeMap::new,
                    Collectors.mapping(
                        cells -> cells.text(RunColumns.MEASURE).orElse(""), Collectors.toList())));
    return byReason.entrySet().stream()
        .map(entry -> new Gap(entry.getKey(), entry.getValue().stream().sorted().toList()))
        .toList();
  }
}
