package dev.dangol.table;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Reader of one column of many rows, whose place is looked up once. It is for loops over all
 * customers; a {@link RowReader}, which looks up every cell, is for everything else.
 */
public final class ColumnReader implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int place;

  private ColumnReader(int place) {
    this.place = place;
  }

  /** The reader of a field in rows of a schema, in which no other column has its name. */
  public static ColumnReader of(StructType schema, Field field) {
    return new ColumnReader(schema.fieldIndex(field.name()));
  }

  /** The readers of these fields, in their order. */
  public static List<ColumnReader> of(StructType schema, List<Field> fields) {
    return fields.stream().map(field -> of(schema, field)).toList();
  }

  public boolean isNull(Row row) {
    return row.isNullAt(place);
  }

  public String text(Row row) {
    return row.getString(place);
  }

  public long count(Row row) {
    return row.getLong(place);
  }

  public BigDecimal total(Row row) {
    return row.getDecimal(place);
  }

  /** A number that is not null; it may be NaN. */
  public double number(Row row) {
    return row.getDouble(place);
  }
}
