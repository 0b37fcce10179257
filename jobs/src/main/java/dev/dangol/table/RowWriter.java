package dev.dangol.table;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Writer of a row by field, the twin of {@link RowReader}. Cells come out in the order of the
 * columns, and every field is set exactly once: what is unknown, repeated or forgotten is refused.
 *
 * <p>The column after the last one set is looked at first. Whoever sets fields in the order of the
 * columns thus causes no search, and may write a row for every customer.
 */
public final class RowWriter {
  private static final Object UNSET = new Object();

  private final String name;
  private final List<Field> fields;
  private final Object[] cells;
  private int next;
  private int count;

  private RowWriter(String name, List<Field> fields) {
    this.name = name;
    this.fields = fields;
    this.cells = new Object[fields.size()];
    Arrays.fill(cells, UNSET);
  }

  /** A row of a table, in which no field is set yet. */
  public static RowWriter of(Table table) {
    return new RowWriter(table.name(), table.fields());
  }

  /**
   * A row that is stored in no table, in which no field is set yet.
   *
   * @param name what such rows are called where one is refused
   * @param fields every column in order; the list does not change
   */
  public static RowWriter of(String name, List<Field> fields) {
    return new RowWriter(name, fields);
  }

  /**
   * Sets a field.
   *
   * @param value as Spark takes it; or an {@link AsOf}, {@link LocalDate} or {@link Instant}, or an
   *     {@link Optional} or {@link OptionalDouble}, of which an empty one is null
   * @throws IllegalArgumentException where the row has no such field, it is set already, or it is
   *     required and the value is null
   */
  public RowWriter set(Field field, Object value) {
    int place = place(field);
    if (cells[place] != UNSET) {
      throw refusal(field, "is set twice");
    }
    Object cell = cell(value);
    if (cell == null && fields.get(place).required()) {
      throw refusal(field, "is required, and is set to null");
    }
    cells[place] = cell;
    next = place + 1;
    count++;
    return this;
  }

  /**
   * Sets fields to null.
   *
   * @throws IllegalArgumentException as {@link #set} does
   */
  public RowWriter setNull(Field... unknown) {
    for (Field field : unknown) {
      set(field, null);
    }
    return this;
  }

  /**
   * The row.
   *
   * @throws IllegalArgumentException where fields are not set, naming all of them
   */
  public Row row() {
    if (count < cells.length) {
      throw new IllegalArgumentException(name + " lacks " + missing() + ": not set.");
    }
    return RowFactory.create(cells);
  }

  private int place(Field field) {
    if (next < cells.length && isSame(fields.get(next), field)) {
      return next;
    }
    for (int place = 0; place < cells.length; place++) {
      if (isSame(fields.get(place), field)) {
        return place;
      }
    }
    throw refusal(field, "is no field of " + name + " with the type " + field.type().sql());
  }

  /**
   * Tables give some fields a meaning of their own, and let others be null. Most are the very
   * constant, for which nothing has to be compared.
   */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Field own, Field given) {
    return own == given || (own.name().equals(given.name()) && own.type().equals(given.type()));
  }

  private static Object cell(Object value) {
    Object found = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    if (found instanceof OptionalDouble number) {
      return number.isPresent() ? number.getAsDouble() : null;
    }
    if (found instanceof LocalDate day) {
      return Date.valueOf(day);
    }
    if (found instanceof AsOf asOf) {
      return asOf.sqlDate();
    }
    return found instanceof Instant instant ? Timestamp.from(instant) : found;
  }

  private List<String> missing() {
    List<String> missing = new ArrayList<>();
    for (int place = 0; place < cells.length; place++) {
      if (cells[place] == UNSET) {
        missing.add(fields.get(place).name());
      }
    }
    return missing;
  }

  private IllegalArgumentException refusal(Field field, String reason) {
    return new IllegalArgumentException(name + "." + field.name() + " " + reason + ".");
  }
}
