package dev.dangol.report.data;

import dev.dangol.table.RowReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads all panels together, so that they cost one query. */
final class PanelReader {
  private PanelReader() {}

  /** The panels by their ids, in the order of the queries. */
  static Map<String, FigurePanel> read(ReportTables tables, List<PanelQuery> queries) {
    Map<String, List<FigurePanel.PanelLine>> lines =
        queries.stream()
            .map(query -> query.lines(tables))
            .reduce(Dataset::unionAll)
            .map(Dataset<Row>::collectAsList)
            .orElse(List.of())
            .stream()
            .map(RowReader::new)
            .collect(
                Collectors.groupingBy(
                    cells -> cells.text(ReportColumns.PANEL).orElseThrow(),
                    Collectors.mapping(FigurePanel.PanelLine::of, Collectors.toList())));
    Map<String, FigurePanel> panels = new LinkedHashMap<>();
    for (PanelQuery query : queries) {
      panels.put(query.id(), new FigurePanel(query, lines.getOrDefault(query.id(), List.of())));
    }
    return panels;
  }
}
