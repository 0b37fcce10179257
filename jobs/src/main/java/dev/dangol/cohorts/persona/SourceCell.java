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
 * @param value the cell's value
 */
public record SourceCell(String table, String column, Map<String, String> keys, Object value) {
  public SourceCell {
    keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
  }

  static SourceCell of(Table table, Field column, Map<String, String> keys, Object value) {
    return new SourceCell(table.name(), column.name(), keys, value);
  }
}
