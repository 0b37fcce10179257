package dev.dangol.testing;

import dev.dangol.table.Field;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Row;

/** A collected row read by field, for oracles: null stays null. */
public record PlainRow(Row row) {

  /** True where the row has no value there. */
  public boolean empty(Field field) {
    return row.isNullAt(row.fieldIndex(field.name()));
  }

  public String text(Field field) {
    return row.getAs(field.name());
  }

  public long count(Field field) {
    return row.<Number>getAs(field.name()).longValue();
  }

  public double number(Field field) {
    return row.<Number>getAs(field.name()).doubleValue();
  }

  public boolean flag(Field field) {
    return row.<Boolean>getAs(field.name());
  }

  public LocalDate day(Field field) {
    return row.<Date>getAs(field.name()).toLocalDate();
  }

  public Instant instant(Field field) {
    return row.<Timestamp>getAs(field.name()).toInstant();
  }

  /** A map's entries; none where it is null. */
  public <K, V> Map<K, V> map(Field field) {
    return empty(field) ? Map.of() : row.getJavaMap(row.fieldIndex(field.name()));
  }
}
