package dev.dangol.report.data;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import dev.dangol.table.RowReader;
import dev.dangol.table.results.CohortColumns;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Grid of customers by fit and by engagement, which stay two axes.
 *
 * @param customers by fit level and engagement grade, such as perfect1
 */
public record FitGrid(Map<String, Long> customers) {
  /** The grades of engagement, the most active first. */
  public static final List<String> ENGAGEMENT = List.of("1", "2", "3");

  /** Reads customer_fit of a day. */
  static FitGrid read(Dataset<Row> fit) {
    Map<String, Long> customers = new TreeMap<>();
    fit
        .groupBy(CohortColumns.FIT_LEVEL.col(), CohortColumns.ENGAGEMENT_GRADE.col())
        .agg(ReportColumns.CUSTOMERS.is(count(lit(1))))
        .collectAsList()
        .stream()
        .map(RowReader::new)
        .forEach(
            cells ->
                customers.put(
                    cells.text(CohortColumns.FIT_LEVEL).orElse("")
                        + cells.text(CohortColumns.ENGAGEMENT_GRADE).orElse(""),
                    cells.count(ReportColumns.CUSTOMERS)));
    return new FitGrid(customers);
  }

  public long at(String level, String engagement) {
    return customers.getOrDefault(level + engagement, 0L);
  }

  /** False where no customer was graded. */
  public boolean isGraded() {
    return CustomerBreakdown.FIT_LEVELS.stream()
        .anyMatch(level -> ENGAGEMENT.stream().anyMatch(grade -> at(level, grade) > 0));
  }
}
