package dev.dangol.cohorts.persona;

import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.AffinityColumns;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * Finding on what reaches the members of a cohort: a row of {@code affinities}.
 *
 * @param verdict works fails unknown
 * @param rate the share of such messages to members with a response, 0 to 1
 * @param baseRate that of all messages to them
 * @param customers members who got such a message
 */
public record ReachFinding(
    ReachKey place, String verdict, double rate, double baseRate, double lift, long customers) {
  private static final int MOST = 3;

  /** The key of the row, of a cohort. */
  public record ReachKey(LocalDate asOf, String cohort, String facet, String value) {}

  /** From a row of {@code affinities} of a cohort. */
  public static ReachFinding of(Row row) {
    RowReader cells = new RowReader(row);
    return new ReachFinding(
        new ReachKey(
            cells.day(SharedColumns.AS_OF).orElseThrow(),
            cells.text(AffinityColumns.GROUP).orElseThrow(),
            cells.text(AffinityColumns.FACET).orElseThrow(),
            cells.text(AffinityColumns.VALUE).orElseThrow()),
        cells.text(AffinityColumns.VERDICT).orElseThrow(),
        cells.number(AffinityColumns.RESPONSE_RATE).orElse(0),
        cells.number(AffinityColumns.BASE_RATE).orElse(0),
        cells.number(AffinityColumns.LIFT).orElse(1),
        cells.count(AffinityColumns.CUSTOMERS));
  }

  /** The few that work best, the best first. */
  static List<ReachFinding> working(List<ReachFinding> findings) {
    return first(findings, AffinityColumns.WORKS, Comparator.comparingDouble(one -> -one.lift()));
  }

  /** The few that fail most, the worst first. */
  static List<ReachFinding> failing(List<ReachFinding> findings) {
    return first(findings, AffinityColumns.FAILS, Comparator.comparingDouble(ReachFinding::lift));
  }

  private static List<ReachFinding> first(
      List<ReachFinding> findings, String verdict, Comparator<ReachFinding> order) {
    return findings.stream()
        .filter(finding -> finding.verdict().equals(verdict))
        .sorted(
            order
                .thenComparing(finding -> finding.place().facet())
                .thenComparing(finding -> finding.place().value()))
        .limit(MOST)
        .toList();
  }

  SourceCell cell(Field column, Object figure) {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put(SharedColumns.AS_OF.name(), place.asOf().toString());
    keys.put(AffinityColumns.GROUP_KIND.name(), AffinityColumns.COHORT);
    keys.put(AffinityColumns.GROUP.name(), place.cohort());
    keys.put(AffinityColumns.FACET.name(), place.facet());
    keys.put(AffinityColumns.VALUE.name(), place.value());
    return SourceCell.of(AffinityColumns.TABLE, column, keys, figure);
  }
}
