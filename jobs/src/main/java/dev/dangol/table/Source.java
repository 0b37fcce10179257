package dev.dangol.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One kind of raw data that a business may have.
 *
 * @param name its key in the configuration
 * @param meaning what one row is
 * @param time the moment at which a row happened; absent where rows describe rather than happen
 * @param key the columns that identify a row, where the data has them; empty where it cannot
 * @param fields the canonical columns
 */
public record Source(
    String name, String meaning, Optional<Field> time, List<Field> key, List<Field> fields) {

  public Source {
    key = List.copyOf(key);
    fields = List.copyOf(fields);
  }

  /** The table of accepted rows: the canonical columns without direct identifiers. */
  public Table clean() {
    List<Field> columns = new ArrayList<>(fields);
    columns.removeAll(Contacts.DIRECT_IDENTIFIERS);
    columns.add(Columns.SOURCE_ROW);
    return new Table("clean_" + name, meaning, List.of(Columns.SOURCE_ROW), columns);
  }

  public Optional<Field> field(String fieldName) {
    return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
  }

  public List<Field> required() {
    return fields.stream().filter(Field::required).toList();
  }
}
