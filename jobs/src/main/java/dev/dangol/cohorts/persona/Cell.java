package dev.dangol.cohorts.persona;

import dev.dangol.table.Field;
import dev.dangol.table.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A cell of a table that a sentence was made of.
 *
 * @param table the table's name
 * @param column the column's name
 * @param keys the row's key, by column
 * @param value what stands in it
 */
public record Cell(String table, String column, Map<String, String> keys, Object value) {
  public Cell {
    keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
  }

  static Cell of(Table table, Field column, Map<String, String> keys, Object value) {
    return new Cell(table.name(), column.name(), keys, value);
  }
}
