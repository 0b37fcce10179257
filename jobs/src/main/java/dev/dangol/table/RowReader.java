package dev.dangol.table;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
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

  /** A count that may be unknown; empty for null. */
  public Optional<Long> optionalCount(Field field) {
    return Optional.ofNullable(row.<Long>getAs(field.name()));
  }

  public BigDecimal total(Field field) {
    BigDecimal value = row.<BigDecimal>getAs(field.name());
    return value == null ? BigDecimal.ZERO : value;
  }

  public Optional<BigDecimal> amount(Field field) {
    return Optional.ofNullable(row.<BigDecimal>getAs(field.name()));
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
    return items(field);
  }

  public List<Double> numberList(Field field) {
    return items(field);
  }

  public List<Long> countList(Field field) {
    return items(field);
  }

  /** The rows of a list of rows. */
  public List<Row> rows(Field field) {
    return items(field);
  }

  public Map<String, Boolean> flags(Field field) {
    return map(field);
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

  /** The row within the row. */
  public RowReader struct(Field field) {
    return new RowReader(row.<Row>getAs(field.name()));
  }

  /** The cell as Spark holds it; null for null. */
  public Object cell(Field field) {
    return row.<Object>getAs(field.name());
  }

  /** Every cell in the order of the columns, for rows whose columns are not known beforehand. */
  public List<Object> cells() {
    Object[] cells = new Object[row.size()];
    Arrays.setAll(cells, row::get);
    return Arrays.asList(cells);
  }

  private <T> List<T> items(Field field) {
    int index = row.fieldIndex(field.name());
    return row.isNullAt(index) ? List.of() : row.<T>getList(index);
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
