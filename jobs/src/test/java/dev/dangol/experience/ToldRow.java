package dev.dangol.experience;

import dev.dangol.table.Field;
import dev.dangol.table.Table;
import org.apache.spark.sql.Row;

/** A row that was made for a table, read by field. */
record ToldRow(Row row, Table table) {
  Object cell(Field field) {
    for (int place = 0; place < table.fields().size(); place++) {
      if (table.fields().get(place).name().equals(field.name())) {
        return row.get(place);
      }
    }
    throw new IllegalArgumentException(table.name() + " has no " + field.name());
  }

  double number(Field field) {
    return ((Number) cell(field)).doubleValue();
  }
}
