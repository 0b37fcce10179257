package dev.dangol.contacts.affinity;

import dev.dangol.contacts.affinity.AffinityCounts.AffinityKey;
import dev.dangol.contacts.affinity.ResponseSums.MessageCount;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.results.PreferenceColumns;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Tally of customers by group, facet and value, in memory. */
final class GroupTally {
  static final String BETWEEN = ":";

  private final Map<AffinityKey, ResponseSums> sums = new HashMap<>();

  /** The sums over these customers: a row for each group and value. */
  static Iterator<Row> rows(Iterator<Row> customers) {
    GroupTally tally = new GroupTally();
    while (customers.hasNext()) {
      RowReader cells = new RowReader(customers.next());
      tally.add(
          cells.list(SumColumns.GROUPS),
          cells.counts(PreferenceColumns.SENT_BY),
          cells.counts(PreferenceColumns.RESPONDED_BY));
    }
    return tally.sums().entrySet().stream()
        .map(entry -> row(entry.getKey(), entry.getValue()))
        .iterator();
  }

  /**
   * Adds a customer.
   *
   * @param sent messages by facet and value
   * @param responded those with a response, by the same
   */
  void add(List<String> groups, Map<String, Long> sent, Map<String, Long> responded) {
    Map<String, MessageCount> totals = new HashMap<>();
    sent.forEach(
        (key, messages) ->
            totals.merge(
                facet(key),
                new MessageCount(messages, responded.get(key)),
                (one, other) ->
                    new MessageCount(
                        one.sent() + other.sent(), one.responded() + other.responded())));
    for (String group : groups) {
      totals.forEach((facet, all) -> at(group, facet, null).add(all, all));
      sent.forEach(
          (key, messages) -> {
            String facet = facet(key);
            at(group, facet, key.substring(facet.length() + 1))
                .add(new MessageCount(messages, responded.get(key)), totals.get(facet));
          });
    }
  }

  Map<AffinityKey, ResponseSums> sums() {
    return sums;
  }

  private ResponseSums at(String group, String facet, String value) {
    return sums.computeIfAbsent(
        new AffinityKey(group, facet, value), key -> ResponseSums.of(new long[10]));
  }

  private static String facet(String key) {
    return key.substring(0, key.indexOf(BETWEEN));
  }

  private static Row row(AffinityKey key, ResponseSums sums) {
    RowWriter row =
        RowWriter.of("sums of responses", SumColumns.ALL)
            .set(SumColumns.GROUP, key.group())
            .set(SumColumns.FACET, key.facet())
            .set(SumColumns.VALUE, key.value());
    long[] inOrder = sums.inOrder();
    for (int place = 0; place < inOrder.length; place++) {
      row.set(SumColumns.SUMS.get(place), inOrder[place]);
    }
    return row.row();
  }

  static AffinityKey key(Row row) {
    RowReader cells = new RowReader(row);
    return new AffinityKey(
        cells.text(SumColumns.GROUP).orElseThrow(),
        cells.text(SumColumns.FACET).orElseThrow(),
        cells.text(SumColumns.VALUE).orElse(null));
  }

  static ResponseSums sums(Row row) {
    RowReader cells = new RowReader(row);
    return ResponseSums.of(SumColumns.SUMS.stream().mapToLong(cells::count).toArray());
  }
}
