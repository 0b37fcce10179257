package dev.dangol.cohorts.persona;

import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.SegmentColumns;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;

/**
 * Summary of the cohort that a persona card describes, as the table cohorts has it.
 *
 * @param shareOfNetSales 0 to 1; empty where it is not known
 */
public record CohortSummary(
    LocalDate asOf,
    String cohort,
    long size,
    double shareOfCustomers,
    OptionalDouble shareOfNetSales) {

  /** From a row of {@code cohorts}. */
  public static CohortSummary of(Row row) {
    RowReader cells = new RowReader(row);
    return new CohortSummary(
        cells.day(SharedColumns.AS_OF).orElseThrow(),
        cells.text(SharedColumns.COHORT).orElseThrow(),
        cells.count(SegmentColumns.SIZE),
        cells.number(CohortColumns.SHARE_OF_CUSTOMERS).orElse(0),
        cells.number(SegmentColumns.SHARE_OF_NET_SALES));
  }

  SourceCell cell(Field column, Object value) {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put(SharedColumns.AS_OF.name(), asOf.toString());
    keys.put(SharedColumns.COHORT.name(), cohort);
    return SourceCell.of(CohortColumns.COHORTS, column, keys, value);
  }
}
