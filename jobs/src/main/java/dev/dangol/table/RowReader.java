package dev.dangol.table;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
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
public record RowReader(Row row) {
  public Optional<String> text(Field field) {
    return Optional.ofNullable(row.<String>getAs(field.name()));
  }

  public boolean flag(Field field) {
    return Boolean.TRUE.equals(row.<Boolean>getAs(field.name()));
  }

  /** A flag that may be unknown; empty for null. */
  public Optional<Boolean> optionalFlag(Field field) {
    return Optional.ofNullable(row.<Boolean>getAs(field.name()));
  }

  public long count(Field field) {
    Long value = row.<Long>getAs(field.name());
    return value == null ? 0 : value;
  }

  public BigDecimal total(Field field) {
    BigDecimal value = row.<BigDecimal>getAs(field.name());
    return value == null ? BigDecimal.ZERO : value;
  }

  public OptionalDouble number(Field field) {
    return finite(row.<Double>getAs(field.name()));
  }

  public Optional<LocalDate> day(Field field) {
    Object value = row.getAs(field.name());
    return value instanceof Date date
        ? Optional.of(date.toLocalDate())
        : Optional.ofNullable((LocalDate) value);
  }

  public List<String> list(Field field) {
    int index = row.fieldIndex(field.name());
    return row.isNullAt(index) ? List.of() : row.<String>getList(index);
  }

  public Map<String, Double> numbers(Field field) {
    return map(field);
  }

  public Map<String, Long> counts(Field field) {
    return map(field);
  }

  public Map<String, String> texts(Field field) {
    return map(field);
  }

  public Optional<Instant> instant(Field field) {
    return Optional.ofNullable(row.<Timestamp>getAs(field.name())).map(Timestamp::toInstant);
  }

  private <T> Map<String, T> map(Field field) {
    int index = row.fieldIndex(field.name());
    return row.isNullAt(index) ? Map.of() : row.<String, T>getJavaMap(index);
  }

  /** A number that can be shown; empty for null, NaN and the infinities. */
  public static OptionalDouble finite(Double value) {
    return value == null || !Double.isFinite(value)
        ? OptionalDouble.empty()
        : OptionalDouble.of(value);
  }
}
