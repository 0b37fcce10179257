package dev.dangol.ingest;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.Field;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.sources.CustomerContacts;
import java.util.Map;
import org.apache.spark.sql.Column;

/**
 * A rule: when it is broken, by which column, how that reads, and what the column holds, in which
 * e-mail addresses are hidden.
 */
record RowRule(Column condition, Column column, Column text, Column value) {
  RowRule {
    value = CustomerContacts.withoutAddresses(value);
  }

  static RowRule of(Column condition, Field field, String text) {
    return new RowRule(
        condition, lit(field.name()), lit(field.name() + text), field.col().cast("string"));
  }

  RowRule holding(Column given) {
    return new RowRule(condition, column, text, given);
  }

  /** The columns of a row that may have an earlier fault. */
  Map<String, Column> columns() {
    Column none = IngestColumns.FAULT.col().isNull().and(condition);
    return Map.of(
        IngestColumns.FAULT.name(), either(none, text, IngestColumns.FAULT),
        IngestColumns.FAULT_COLUMN.name(), either(none, column, IngestColumns.FAULT_COLUMN),
        IngestColumns.FAULT_VALUE.name(), either(none, value, IngestColumns.FAULT_VALUE));
  }

  private static Column either(Column isNew, Column found, Field before) {
    return when(isNew, found).otherwise(before.col());
  }
}
