package dev.dangol.journey;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.MoneyArithmetic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Shape of the rows of traces: every column, of which those that a row does not set are empty. */
final class TraceShape {
  private final Map<String, Column> set = new HashMap<>();

  /** A row of a kind, at a time and from a row of a source. */
  TraceShape(TraceKind kind, Field time) {
    with(TraceColumns.KIND, lit(kind.name()));
    with(TraceColumns.LATER, lit(!kind.isGivenFirst()));
    with(TraceColumns.AT, unix_micros(time.col()));
    with(TraceColumns.KEY, SharedColumns.SOURCE_ROW.col());
  }

  TraceShape with(Field field, Column value) {
    set.put(field.name(), value);
    return this;
  }

  /** The columns of the row. */
  Column[] columns() {
    return TraceColumns.ALL.stream().map(this::column).toArray(Column[]::new);
  }

  /** Rows of the shapes whose condition holds, from each row of a source. */
  static Dataset<Row> rows(Dataset<Row> source, List<Column> shapes) {
    return source.select(inline(array_compact(array(shapes.toArray(Column[]::new)))));
  }

  /** The row in one cell; null where the condition does not hold. */
  Column where(Column condition) {
    return when(condition, struct(columns()));
  }

  /** A channel in small letters without blanks around it; null for an empty one. */
  static Column channel() {
    Column text = lower(trim(SharedColumns.CHANNEL.col()));
    return when(length(text).gt(0), text);
  }

  /** Year times twelve plus the month of a time. */
  static Column monthOf(Field time) {
    return year(time.col()).multiply(12).plus(month(time.col()));
  }

  /** The cost of a row, in units; 0 unknown. */
  static Column cost() {
    return coalesce(MoneyArithmetic.units(SharedColumns.COST_AMOUNT.col()), lit(0));
  }

  private Column column(Field field) {
    Column value = set.get(field.name());
    if (value != null) {
      return field.is(value);
    }
    return field.equals(TraceColumns.STAGE) ? field.is(lit(-1)) : field.nullColumn();
  }
}
