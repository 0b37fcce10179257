package dev.dangol.journey;

import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.JourneyColumns;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Reader of the sorted rows of many people, one after the other. It follows each person's journeys
 * and holds one person at a time.
 */
final class TraceReader implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1;

  private final JourneyRules rules;

  TraceReader(JourneyRules rules) {
    this.rules = rules;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> sorted) {
    return new PersonRows(sorted);
  }

  /** Rows of journeys, made person by person. */
  private final class PersonRows implements Iterator<Row> {
    private final Iterator<Row> sorted;
    private final Deque<Row> ready = new ArrayDeque<>();
    private RowReader next;

    private PersonRows(Iterator<Row> sorted) {
      this.sorted = sorted;
      advance();
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && next != null) {
        followPerson();
      }
      return !ready.isEmpty();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.removeFirst();
    }

    private void followPerson() {
      String customer = next.text(JourneyColumns.CUSTOMER_ID).orElse(null);
      String visitor = next.text(JourneyColumns.VISITOR_ID).orElse(null);
      PersonTrace trace = new PersonTrace(rules);
      while (next != null
          && Objects.equals(customer, next.text(JourneyColumns.CUSTOMER_ID).orElse(null))
          && Objects.equals(visitor, next.text(JourneyColumns.VISITOR_ID).orElse(null))) {
        trace.add(item(next));
        advance();
      }
      ready.addAll(new TrackWriter(rules, customer, visitor).rows(trace));
    }

    private void advance() {
      next = sorted.hasNext() ? new RowReader(sorted.next()) : null;
    }
  }

  private static TraceItem item(RowReader row) {
    return new TraceItem(
        TraceKind.valueOf(row.text(TraceColumns.KIND).orElseThrow()),
        row.count(TraceColumns.AT),
        row.text(TraceColumns.KEY).orElseThrow(),
        (int) row.count(TraceColumns.STAGE),
        row.text(TraceColumns.NAME).orElse(null),
        row.text(TraceColumns.LABEL).orElse(null),
        row.text(SharedColumns.CHANNEL).orElse(null),
        row.text(SharedColumns.CAMPAIGN_ID).orElse(null),
        row.text(SharedColumns.CATEGORY).orElse(null),
        (int) row.count(TraceColumns.MONTH),
        row.count(TraceColumns.AMOUNT),
        row.count(TraceColumns.BITS),
        row.count(TraceColumns.DRIVERS),
        row.flag(TraceColumns.REFUND),
        row.optionalCount(TraceColumns.UNTIL).orElse(null));
  }
}
