package dev.dangol.experience;

import dev.dangol.table.ColumnReader;
import dev.dangol.table.Field;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Fold of events to facts, in one pass. The events of one customer alone are held at a time; sums
 * come once from each part of the rows, so they are to be added up.
 */
public final class HistoryFold {
  private HistoryFold() {}

  /** The facts of all customers, as {@link FactTable} reads them. */
  public static Dataset<Row> of(Dataset<Row> events, ExperienceRules rules) {
    MapPartitionsFunction<Row, Row> fold = rows -> new HistoryIterator(rows, rules);
    return events
        .repartition(SharedColumns.CUSTOMER_ID.col())
        .sortWithinPartitions(
            SharedColumns.CUSTOMER_ID.col(),
            HistoryColumns.AT.col(),
            HistoryColumns.KIND.col(),
            HistoryColumns.ID.col(),
            SharedColumns.PRODUCT_ID.col(),
            SharedColumns.ORDER_ID.col(),
            HistoryColumns.MARK.col())
        .mapPartitions(fold, Encoders.row(Field.schema(HistoryColumns.FACT)));
  }

  /** Reader of sorted events, which folds them customer by customer. */
  private static final class HistoryIterator implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final List<CustomerMeasure> measures;
    private final FactSheet sheet = new FactSheet();
    private final Deque<Row> facts = new ArrayDeque<>();
    private Row next;
    private boolean ended;

    HistoryIterator(Iterator<Row> rows, ExperienceRules rules) {
      this.rows = rows;
      this.measures = rules.measures();
      this.next = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
      while (facts.isEmpty() && next != null) {
        ExperienceHistory customer = customer();
        measures.forEach(measure -> measure.add(customer, sheet));
        add(sheet.takeRows());
      }
      if (facts.isEmpty() && !ended) {
        ended = true;
        add(sheet.sums());
      }
      return !facts.isEmpty();
    }

    private ExperienceHistory customer() {
      String id = EventReader.customer(next);
      ExperienceHistory customer = new ExperienceHistory(id);
      while (next != null && EventReader.customer(next).equals(id)) {
        customer.add(EventReader.event(next));
        next = rows.hasNext() ? rows.next() : null;
      }
      return customer;
    }

    private void add(Map<FactKey, double[]> found) {
      found.forEach((key, figures) -> facts.add(row(key, figures)));
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return facts.remove();
    }

    private static Row row(FactKey key, double[] figures) {
      return RowWriter.of("fact", HistoryColumns.FACT)
          .set(HistoryColumns.MEASURE, key.measure())
          .set(HistoryColumns.PARTS, key.parts().toArray(String[]::new))
          .set(HistoryColumns.FIGURES, figures)
          .row();
    }
  }

  /** Reader of events from rows that have the columns of events in their order. */
  private static final class EventReader {
    private static final StructType SCHEMA = Field.schema(HistoryColumns.EVENT);
    private static final ColumnReader CUSTOMER = reader(SharedColumns.CUSTOMER_ID);
    private static final ColumnReader KIND = reader(HistoryColumns.KIND);
    private static final ColumnReader AT = reader(HistoryColumns.AT);
    private static final ColumnReader DAY = reader(HistoryColumns.DAY);
    private static final ColumnReader ID = reader(HistoryColumns.ID);
    private static final ColumnReader ORDER = reader(SharedColumns.ORDER_ID);
    private static final ColumnReader PRODUCT = reader(SharedColumns.PRODUCT_ID);
    private static final ColumnReader CATEGORY = reader(SharedColumns.CATEGORY);
    private static final ColumnReader MARK = reader(HistoryColumns.MARK);
    private static final ColumnReader FIGURE = reader(HistoryColumns.FIGURE);
    private static final ColumnReader PIECES = reader(HistoryColumns.PIECES);
    private static final ColumnReader ACTED_DAYS = reader(HistoryColumns.ACTED_DAYS);

    private EventReader() {}

    private static ColumnReader reader(Field field) {
      return ColumnReader.of(SCHEMA, field);
    }

    static String customer(Row row) {
      return CUSTOMER.text(row);
    }

    static ExperienceEvent event(Row row) {
      return new ExperienceEvent(
          ExperienceKind.valueOf(KIND.text(row)),
          new ExperienceEvent.EventMoment(
              AT.count(row), DAY.isNull(row) ? 0 : (int) DAY.count(row)),
          new ExperienceEvent.EventSubject(
              ID.text(row), ORDER.text(row), PRODUCT.text(row), CATEGORY.text(row), MARK.text(row)),
          number(FIGURE, row, Double.NaN),
          number(PIECES, row, 0),
          number(ACTED_DAYS, row, Double.NaN));
    }

    private static double number(ColumnReader column, Row row, double none) {
      return column.isNull(row) ? none : column.number(row);
    }
  }
}
