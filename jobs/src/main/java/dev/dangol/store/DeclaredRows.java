package dev.dangol.store;

import dev.dangol.table.Field;
import dev.dangol.table.Table;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows that have exactly the columns that their table declares. */
final class DeclaredRows {
  private DeclaredRows() {}

  /**
   * The rows, with the table's columns in its order.
   *
   * @throws IllegalArgumentException where a column is missing, one too many, or of another type
   */
  static Dataset<Row> of(Table table, Dataset<Row> rows) {
    List<String> given = Arrays.asList(rows.columns());
    List<String> wanted = table.fields().stream().map(Field::name).toList();
    if (given.size() != wanted.size() || !given.containsAll(wanted)) {
      throw new IllegalArgumentException(
          "Rows for " + table.name() + " have columns " + given + " instead of " + wanted + ".");
    }
    for (Field field : table.fields()) {
      var type = rows.schema().apply(field.name()).dataType();
      if (!type.catalogString().equals(field.type().catalogString())) {
        throw new IllegalArgumentException(
            String.format(
                "%s.%s is %s, not %s.",
                table.name(), field.name(), type.sql(), field.type().sql()));
      }
    }
    return rows.select(table.fields().stream().map(Field::col).toArray(Column[]::new));
  }
}
