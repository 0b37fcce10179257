package dev.dangol.ingest;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.Field;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.sources.CustomerContacts;
import java.util.Map;
import org.apache.spark.sql.Column;

/**
 * Validation rule of a row: the condition that breaks it, and the column, text and value of that
 * fault. E-mail addresses in the value are hidden.
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

  /** The columns of the fault, for a row that keeps an earlier fault where it has one. */
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
