package dev.dangol.table;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;

/**
 * A published table: its name, what a row is, the key of a row, and its columns.
 *
 * @param name also its folder in the warehouse
 * @param meaning what one row is, as a sentence
 * @param grain the columns that identify a row; empty for a log of events
 * @param fields every column in order
 */
public record Table(String name, String meaning, List<Field> grain, List<Field> fields) {
  public Table {
    grain = List.copyOf(grain);
    fields = List.copyOf(fields);
  }

  /** True for a table of daily snapshots: one slice per as-of day, replaced whole. */
  public boolean daily() {
    return fields.contains(SharedColumns.AS_OF);
  }

  /** The columns that part a new table's files: the day, and the job where several write it. */
  public List<Field> partitions() {
    return Stream.of(SharedColumns.AS_OF, SharedColumns.OWNING_JOB)
        .filter(fields::contains)
        .toList();
  }

  public StructType schema() {
    return Field.schema(fields);
  }
}
