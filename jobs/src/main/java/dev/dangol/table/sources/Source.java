package dev.dangol.table.sources;

import dev.dangol.table.Field;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.RowOrder;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.ArrayList;
import java.util.Collections;
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
 * @param made the columns that ingest adds to its clean table
 */
public record Source(
    String name,
    String meaning,
    Optional<Field> time,
    List<Field> key,
    List<Field> fields,
    List<Field> made) {

  public Source {
    key = List.copyOf(key);
    fields = List.copyOf(fields);
    made = List.copyOf(made);
  }

  Source(String name, String meaning, Optional<Field> time, List<Field> key, List<Field> fields) {
    this(name, meaning, time, key, fields, List.of());
  }

  /** The table of accepted rows: the canonical columns without direct identifiers. */
  public Table clean() {
    List<Field> columns = new ArrayList<>(fields);
    columns.removeAll(CustomerContacts.DIRECT_IDENTIFIERS);
    columns.addAll(made);
    columns.add(SharedColumns.SOURCE_ROW);
    return new Table("clean_" + name, meaning, List.of(SharedColumns.SOURCE_ROW), columns);
  }

  /** The order of the clean table's rows; empty where they are no events of customers. */
  public Optional<RowOrder> order() {
    Optional<Field> stranger = field(EngagementSource.VISITOR_ID.name());
    return field(SharedColumns.CUSTOMER_ID.name())
        .flatMap(customer -> time.map(moment -> new RowOrder(customer, stranger, moment)));
  }

  /** True where rows are kept as they were read; those with direct identifiers never are. */
  public boolean keepsRawRows() {
    return Collections.disjoint(fields, CustomerContacts.DIRECT_IDENTIFIERS);
  }

  /** The table of rows as they were read, before they are validated together. */
  public Table landedTable() {
    List<Field> columns = new ArrayList<>();
    fields.forEach(field -> columns.add(field.nullable()));
    columns.addAll(IngestColumns.LANDED);
    return new Table(
        "landed_" + name,
        "A row of the source " + name + " as it was read, used or not.",
        List.of(),
        columns);
  }

  public Optional<Field> field(String fieldName) {
    return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
  }

  public List<Field> required() {
    return fields.stream().filter(Field::required).toList();
  }
}
