package dev.dangol.report.data;

import dev.dangol.table.RowReader;
import dev.dangol.table.results.AffinityColumns;
import java.util.Comparator;
import java.util.List;

/**
 * Value of messages that works or fails for a group of customers.
 *
 * @param kind everyone or cohort
 * @param rate of human responses, 0 to 1
 * @param lift the rate over that of all messages to the group
 */
public record AffinityLine(
    String kind,
    String group,
    String facet,
    String value,
    long sent,
    double rate,
    double lift,
    double low,
    double high,
    boolean works) {

  private static AffinityLine of(RowReader cells) {
    return new AffinityLine(
        cells.text(AffinityColumns.GROUP_KIND).orElse(""),
        cells.text(AffinityColumns.GROUP).orElse(""),
        cells.text(AffinityColumns.FACET).orElse(""),
        cells.text(AffinityColumns.VALUE).orElse(""),
        cells.count(AffinityColumns.SENT),
        cells.number(AffinityColumns.RESPONSE_RATE).orElse(0),
        cells.number(AffinityColumns.LIFT).orElse(1),
        cells.number(AffinityColumns.LIFT_LOW).orElse(0),
        cells.number(AffinityColumns.LIFT_HIGH).orElse(1),
        cells.text(AffinityColumns.VERDICT).orElse("").equals(AffinityColumns.WORKS));
  }

  /** The verdicts for everyone and for the ideal cohort, that which works best first. */
  static List<AffinityLine> read(ReportTables tables) {
    return tables
        .of(AffinityColumns.TABLE)
        .where(
            AffinityColumns.VERDICT
                .col()
                .notEqual(AffinityColumns.UNKNOWN)
                .and(
                    AffinityColumns.GROUP_KIND
                        .col()
                        .equalTo(AffinityColumns.EVERYONE)
                        .or(
                            AffinityColumns.GROUP_KIND
                                .col()
                                .equalTo(AffinityColumns.COHORT)
                                .and(AffinityColumns.GROUP.col().equalTo(CustomerGroup.IDEAL)))))
        .collectAsList()
        .stream()
        .map(row -> of(new RowReader(row)))
        .sorted(
            Comparator.comparing((AffinityLine line) -> !line.isOfEveryone())
                .thenComparing(line -> -line.lift())
                .thenComparing(AffinityLine::facet)
                .thenComparing(AffinityLine::value))
        .toList();
  }

  public boolean isOfEveryone() {
    return kind.equals(AffinityColumns.EVERYONE);
  }
}
