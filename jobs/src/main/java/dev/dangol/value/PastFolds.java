package dev.dangol.value;

import static org.apache.spark.sql.functions.unix_date;

import dev.dangol.table.DayColumns;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.SalesSampleColumns;
import dev.dangol.table.results.SurvivalColumns;
import dev.dangol.table.sources.MoneyArithmetic;
import dev.dangol.value.learned.CustomerPast;
import dev.dangol.value.learned.DayTotal;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Folds of purchase days to one row per customer, in one pass. The days of one customer alone are
 * held at a time.
 */
final class PastFolds {
  private PastFolds() {}

  /** Row of a customer, made from their days. */
  interface PastRow extends Serializable {
    Row of(String customer, CustomerPast past);
  }

  /**
   * One row per customer.
   *
   * @param days one row per customer and day: the day, orders, and net sales in units
   * @param fields the columns of the row
   */
  static Dataset<Row> of(Dataset<Row> days, PastRow row, List<Field> fields) {
    MapPartitionsFunction<Row, Row> fold = rows -> new PastIterator(rows, row);
    return days.select(
            SharedColumns.CUSTOMER_ID.col(),
            SalesSampleColumns.DAY_NUMBER.is(
                unix_date(SurvivalColumns.SEEN_ON.col()).cast(DataTypes.LongType)),
            SalesSampleColumns.DAY_SALES.is(
                MoneyArithmetic.amount(DayColumns.NET.col()).cast(DataTypes.DoubleType)),
            SalesSampleColumns.IS_PURCHASE.is(DayColumns.ORDERS.col().gt(0)))
        .repartition(SharedColumns.CUSTOMER_ID.col())
        .sortWithinPartitions(SharedColumns.CUSTOMER_ID.col(), SalesSampleColumns.DAY_NUMBER.col())
        .mapPartitions(fold, Encoders.row(Field.schema(fields)));
  }

  /** Reader of sorted rows, which folds them customer by customer. */
  private static final class PastIterator implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final PastRow row;
    private RowReader next;

    PastIterator(Iterator<Row> rows, PastRow row) {
      this.rows = rows;
      this.row = row;
      advance();
    }

    private void advance() {
      next = rows.hasNext() ? new RowReader(rows.next()) : null;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Row next() {
      if (next == null) {
        throw new NoSuchElementException();
      }
      String customer = next.text(SharedColumns.CUSTOMER_ID).orElseThrow();
      CustomerPast past = new CustomerPast();
      while (next != null && next.text(SharedColumns.CUSTOMER_ID).orElseThrow().equals(customer)) {
        past.add(
            new DayTotal(
                (int) next.count(SalesSampleColumns.DAY_NUMBER),
                next.number(SalesSampleColumns.DAY_SALES).orElse(0),
                next.flag(SalesSampleColumns.IS_PURCHASE)));
        advance();
      }
      return row.of(customer, past);
    }
  }
}
