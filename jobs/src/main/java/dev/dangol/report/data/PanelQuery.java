package dev.dangol.report.data;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.lit;

import dev.dangol.sql.SqlText;
import dev.dangol.table.Table;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Query of a panel: rows of one table of the day, or sums over groups of them.
 *
 * @param id the panel, also the key of its words
 * @param where which rows, as SQL
 */
public record PanelQuery(String id, Table table, PanelShape shape, String where) {
  private static final String EVERY_ROW = "true";
  private static final String KEY = "_key_";
  private static final String FIGURE = "_figure_";

  /**
   * Columns of a panel.
   *
   * @param kind rows as they are, or sums
   * @param keys what a line is about
   */
  public record PanelShape(PanelKind kind, List<PanelColumn> keys, List<PanelColumn> figures) {
    public PanelShape {
      keys = List.copyOf(keys);
      figures = List.copyOf(figures);
    }
  }

  /** Kind of a panel's lines. */
  public enum PanelKind {
    /** Rows of the table as they are. */
    ROWS,
    /** Sums over the rows that have the same keys. */
    SUMS
  }

  static PanelQuery of(String id, Table table, PanelShape shape) {
    return new PanelQuery(id, table, shape, EVERY_ROW);
  }

  PanelQuery where(String predicate) {
    return new PanelQuery(id, table, shape, predicate);
  }

  /** The lines, all cells as text, so that lines of several panels can be read together. */
  Dataset<Row> lines(ReportTables tables) {
    Dataset<Row> rows = tables.of(table).where(SqlText.expression(where));
    Column[] keys = named(KEY, shape.keys());
    Column[] figures = named(FIGURE, shape.figures());
    Dataset<Row> lines =
        shape.kind() == PanelKind.ROWS
            ? rows.select(Stream.of(keys, figures).flatMap(Stream::of).toArray(Column[]::new))
            : rows.groupBy(keys).agg(figures[0], Stream.of(figures).skip(1).toArray(Column[]::new));
    return lines.select(
        ReportColumns.PANEL.is(lit(id)),
        ReportColumns.PANEL_KEYS.is(texts(KEY, keys.length)),
        ReportColumns.PANEL_FIGURES.is(texts(FIGURE, figures.length)));
  }

  private static Column[] named(String prefix, List<PanelColumn> columns) {
    return IntStream.range(0, columns.size())
        .mapToObj(place -> SqlText.expression(columns.get(place).sql()).as(prefix + place))
        .toArray(Column[]::new);
  }

  private static Column texts(String prefix, int count) {
    return array(
        IntStream.range(0, count)
            .mapToObj(place -> SqlText.column(prefix + place).cast("string"))
            .toArray(Column[]::new));
  }
}
