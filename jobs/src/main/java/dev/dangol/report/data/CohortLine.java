package dev.dangol.report.data;

import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.SegmentColumns;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A cohort on the day, as the table cohorts has it.
 *
 * @param shareOfCustomers 0 to 1
 * @param shareOfNetSales 0 to 1; empty where it is not known
 * @param entered members who were not in it at the run before
 * @param left members of the run before who are no longer in it
 * @param stayed members who were in it at the run before
 */
public record CohortLine(
    String name,
    long size,
    OptionalDouble shareOfCustomers,
    OptionalDouble shareOfNetSales,
    long entered,
    long left,
    long stayed) {

  /** The cohorts, the ideal one first, then the largest. */
  static List<CohortLine> read(Dataset<Row> cohorts) {
    return cohorts.collectAsList().stream()
        .map(row -> of(new RowReader(row)))
        .sorted(
            Comparator.comparing((CohortLine line) -> !line.isIdeal())
                .thenComparing(Comparator.comparingLong(CohortLine::size).reversed())
                .thenComparing(CohortLine::name))
        .toList();
  }

  public boolean isIdeal() {
    return name.equals(CustomerGroup.IDEAL);
  }

  private static CohortLine of(RowReader cells) {
    return new CohortLine(
        cells.text(SharedColumns.COHORT).orElseThrow(),
        cells.count(SegmentColumns.SIZE),
        cells.number(CohortColumns.SHARE_OF_CUSTOMERS),
        cells.number(SegmentColumns.SHARE_OF_NET_SALES),
        cells.count(CohortColumns.ENTERED),
        cells.count(CohortColumns.LEFT),
        cells.count(CohortColumns.STAYED));
  }
}
