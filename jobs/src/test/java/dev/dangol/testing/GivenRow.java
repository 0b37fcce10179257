package dev.dangol.testing;

import dev.dangol.table.Field;
import dev.dangol.table.Table;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;

/** A row of a table as it is read, of which a test gives some cells; the others are null. */
public final class GivenRow {
  private final Table table;
  private final Object[] cells;

  private GivenRow(Table table) {
    this.table = table;
    this.cells = new Object[table.fields().size()];
  }

  public static GivenRow of(Table table) {
    return new GivenRow(table);
  }

  /** The row of cells in the order of the columns, as {@code RowWriter} makes them. */
  public static Row read(Table table, Row written) {
    Object[] cells = new Object[written.size()];
    Arrays.setAll(cells, written::get);
    return new GenericRowWithSchema(cells, table.schema());
  }

  public static List<Row> read(Table table, List<Row> written) {
    return written.stream().map(row -> read(table, row)).toList();
  }

  public GivenRow with(Field field, Object value) {
    int place = table.schema().fieldIndex(field.name());
    cells[place] = value;
    return this;
  }

  public Row row() {
    return new GenericRowWithSchema(cells, table.schema());
  }
}
