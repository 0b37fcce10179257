package dev.dangol.features.voice;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.Field;
import dev.dangol.table.LineColumns;
import dev.dangol.table.SharedColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of what is said and given, as their cursor reads them.
 *
 * @param asOf the day by whose end they had happened
 * @param time the column of the moment
 */
record TalkRows(AsOf asOf, Field time) {
  /** Columns that not every source has. */
  private static final List<Field> OWN =
      List.of(
          LineColumns.AMOUNT_UNITS,
          LineColumns.PARTS,
          LineColumns.SCORE,
          LineColumns.DUE_ON,
          LineColumns.REOPENED_ON);

  /**
   * The rows of a source.
   *
   * @param bits the condition for each bit of a row's state
   * @param own the columns that the source has
   */
  Dataset<Row> of(Dataset<Row> rows, Map<Long, Column> bits, Map<Field, Column> own) {
    List<Column> columns = new ArrayList<>();
    columns.add(SharedColumns.CUSTOMER_ID.col());
    columns.add(LineColumns.MOMENT.is(unix_micros(time.col())));
    columns.add(DayColumns.HAPPENED_ON.is(to_date(time.col())));
    columns.add(LineColumns.STATE.is(state(bits)));
    OWN.forEach(field -> columns.add(field.is(own.getOrDefault(field, lit(null)))));
    return rows.where(asOf.hasHappened(time)).select(columns.toArray(Column[]::new));
  }

  private static Column state(Map<Long, Column> bits) {
    Column state = lit(0L);
    for (Map.Entry<Long, Column> bit : bits.entrySet()) {
      Column isSet = coalesce(bit.getValue(), lit(false));
      state = state.plus(when(isSet, lit(bit.getKey())).otherwise(lit(0L)));
    }
    return state;
  }
}
