package dev.dangol.report.data;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import dev.dangol.table.RowReader;
import dev.dangol.table.results.CohortColumns;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Criterion of the scorecard: customers at each level, and viable customers that it would lift.
 *
 * @param criterion its name, as configured
 * @param levels customers by level; those not measured are in no level
 * @param notMeasured customers whose value is not known
 * @param liftsFirst viable customers that it would lift most
 * @param liftsSecond viable customers that it would lift second
 */
public record CriterionLine(
    String criterion,
    Map<String, Long> levels,
    long notMeasured,
    long liftsFirst,
    long liftsSecond) {
  private static final String NO_LEVEL = "";

  /** The criteria, those that would lift most viable customers first. */
  static List<CriterionLine> read(Dataset<Row> reasons, CustomerBreakdown customers) {
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    reasons
        .groupBy(CohortColumns.CRITERION.col(), CohortColumns.LEVEL.col())
        .agg(ReportColumns.CUSTOMERS.is(count(lit(1))))
        .collectAsList()
        .stream()
        .map(RowReader::new)
        .forEach(
            cells ->
                counts
                    .computeIfAbsent(
                        cells.text(CohortColumns.CRITERION).orElseThrow(),
                        name -> new LinkedHashMap<>())
                    .put(
                        cells.text(CohortColumns.LEVEL).orElse(NO_LEVEL),
                        cells.count(ReportColumns.CUSTOMERS)));
    return counts.entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue(), customers))
        .sorted(
            Comparator.comparingLong(CriterionLine::liftsFirst)
                .thenComparingLong(CriterionLine::liftsSecond)
                .reversed()
                .thenComparing(CriterionLine::criterion))
        .toList();
  }

  /** Customers at the level on this criterion. */
  public long at(String level) {
    return levels.getOrDefault(level, 0L);
  }

  private static CriterionLine of(
      String criterion, Map<String, Long> levels, CustomerBreakdown customers) {
    return new CriterionLine(
        criterion,
        levels,
        levels.getOrDefault(NO_LEVEL, 0L),
        customers.liftedFirstBy(criterion),
        customers.liftedSecondBy(criterion));
  }
}
