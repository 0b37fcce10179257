package dev.dangol.cohorts.persona;

import dev.dangol.table.Cells;
import dev.dangol.table.CohortColumns;
import dev.dangol.table.Columns;
import dev.dangol.table.Field;
import dev.dangol.table.SegmentColumns;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;

/**
 * The cohort that is portrayed, as the table cohorts has it.
 *
 * @param shareOfNetSales 0 to 1; empty where it is not known
 */
public record Sitter(
    LocalDate asOf,
    String cohort,
    long size,
    double shareOfCustomers,
    OptionalDouble shareOfNetSales) {

  /** From a row of {@code cohorts}. */
  public static Sitter of(Row row) {
    Cells cells = new Cells(row);
    return new Sitter(
        cells.day(Columns.AS_OF).orElseThrow(),
        cells.text(Columns.COHORT).orElseThrow(),
        cells.count(SegmentColumns.SIZE),
        cells.number(CohortColumns.SHARE_OF_CUSTOMERS).orElse(0),
        cells.number(SegmentColumns.SHARE_OF_NET_SALES));
  }

  Cell cell(Field column, Object value) {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put(Columns.AS_OF.name(), asOf.toString());
    keys.put(Columns.COHORT.name(), cohort);
    return Cell.of(CohortColumns.COHORTS, column, keys, value);
  }
}
