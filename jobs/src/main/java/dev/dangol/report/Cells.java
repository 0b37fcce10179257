package dev.dangol.report;

import dev.dangol.table.Field;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;

/**
 * A row read by field. A null count or total is 0, since nothing was counted; every other null, and
 * a number that is not finite, is empty.
 */
record Cells(Row row) {
  Optional<String> text(Field field) {
    return Optional.ofNullable(row.<String>getAs(field.name()));
  }

  boolean flag(Field field) {
    return Boolean.TRUE.equals(row.<Boolean>getAs(field.name()));
  }

  long count(Field field) {
    Long value = row.<Long>getAs(field.name());
    return value == null ? 0 : value;
  }

  BigDecimal total(Field field) {
    BigDecimal value = row.<BigDecimal>getAs(field.name());
    return value == null ? BigDecimal.ZERO : value;
  }

  OptionalDouble number(Field field) {
    return finite(row.<Double>getAs(field.name()));
  }

  Optional<LocalDate> day(Field field) {
    Object value = row.getAs(field.name());
    return value instanceof Date date
        ? Optional.of(date.toLocalDate())
        : Optional.ofNullable((LocalDate) value);
  }

  List<String> list(Field field) {
    int index = row.fieldIndex(field.name());
    return row.isNullAt(index) ? List.of() : row.<String>getList(index);
  }

  Map<String, Double> numbers(Field field) {
    int index = row.fieldIndex(field.name());
    return row.isNullAt(index) ? Map.of() : row.<String, Double>getJavaMap(index);
  }

  static OptionalDouble finite(Double value) {
    return value == null || !Double.isFinite(value)
        ? OptionalDouble.empty()
        : OptionalDouble.of(value);
  }
}
