package dev.dangol.report.data;

import static org.apache.spark.sql.functions.count_if;

import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CohortColumns;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Criteria whose level changed for customers who became ideal, or ceased to be, since the run
 * before.
 *
 * @param lines those that moved most customers first; none that moved nobody
 */
public record MovedCriteria(List<MovedCriterion> lines) {
  public MovedCriteria {
    lines = List.copyOf(lines);
  }

  /** A criterion, and the customers of whom it is among the reasons. */
  public record MovedCriterion(String criterion, long customers) {}

  /**
   * Reads the reasons of cohort_moves, which name each criterion whose level changed.
   *
   * @param criteria the names of all criteria
   */
  static MovedCriteria read(ReportTables tables, List<String> criteria) {
    if (criteria.isEmpty()) {
      return new MovedCriteria(List.of());
    }
    Column[] counts =
        IntStream.range(0, criteria.size())
            .mapToObj(place -> counted(place).is(count_if(names(criteria.get(place)))))
            .toArray(Column[]::new);
    Dataset<Row> ideal =
        tables
            .of(CohortColumns.COHORT_MOVES)
            .where(SharedColumns.COHORT.col().equalTo(CustomerGroup.IDEAL));
    RowReader cells =
        new RowReader(
            ideal
                .agg(counts[0], List.of(counts).subList(1, counts.length).toArray(Column[]::new))
                .head());
    return new MovedCriteria(
        IntStream.range(0, criteria.size())
            .mapToObj(place -> new MovedCriterion(criteria.get(place), cells.count(counted(place))))
            .filter(line -> line.customers() > 0)
            .sorted(
                Comparator.comparingLong(MovedCriterion::customers)
                    .reversed()
                    .thenComparing(MovedCriterion::criterion))
            .toList());
  }

  private static Field counted(int place) {
    return Field.count("_moved_" + place, "Customers whose reasons name the criterion.");
  }

  // Reasons are joined by semicolons, and each begins with its criterion and the level before.
  private static Column names(String criterion) {
    Column reason = CohortColumns.REASON.col();
    return reason.startsWith(criterion + ", ").or(reason.contains("; " + criterion + ", "));
  }
}
