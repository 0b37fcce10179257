package dev.dangol.contacts;

import dev.dangol.config.ContactSettings;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.Source;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Facts about contact with customers, folded customer by customer in one pass over the sources. The
 * signals of a customer stream by; their messages, and what they looked at, are held at a time.
 */
public final class ContactFacts {
  private ContactFacts() {}

  /**
   * The facts of all customers, with the columns of {@link FactColumns}.
   *
   * @param clean the rows of each configured source, purchases among them
   * @return empty where there are neither messages nor cases
   */
  public static Optional<Dataset<Row>> of(
      Map<Source, Dataset<Row>> clean, ContactSettings settings, AsOf asOf) {
    FoldRules rules = FoldRules.of(settings, asOf);
    MapPartitionsFunction<Row, Row> fold = rows -> new FactIterator(rows, rules);
    return new ContactSignals(clean, asOf)
        .rows()
        .map(
            signals ->
                signals
                    .repartition(SharedColumns.CUSTOMER_ID.col())
                    .sortWithinPartitions(
                        SharedColumns.CUSTOMER_ID.col(),
                        SignalColumns.AT.col(),
                        SignalColumns.KIND.col(),
                        SignalColumns.ID.col())
                    .mapPartitions(fold, Encoders.row(Field.schema(FactColumns.ALL))));
  }

  /** Reader of sorted signals, which folds them customer by customer. */
  private static final class FactIterator implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final FoldRules rules;
    private final Deque<ContactFact> facts = new ArrayDeque<>();
    private String customer;
    private Row next;

    FactIterator(Iterator<Row> rows, FoldRules rules) {
      this.rows = rows;
      this.rules = rules;
      this.next = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
      while (facts.isEmpty() && next != null) {
        customer = SignalReader.customer(next);
        ContactFold fold = new ContactFold(rules);
        while (next != null && SignalReader.customer(next).equals(customer)) {
          fold.add(SignalReader.signal(next));
          next = rows.hasNext() ? rows.next() : null;
        }
        facts.addAll(fold.facts());
      }
      return !facts.isEmpty();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return FactRows.of(customer, facts.remove());
    }
  }
}
