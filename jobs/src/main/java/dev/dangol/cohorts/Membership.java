package dev.dangol.cohorts;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.dangol.problem.BadSetting;
import dev.dangol.sql.SqlText;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CohortColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Cohort membership on a day, by the configured predicates. */
public final class Membership {
  private Membership() {}

  /**
   * One row per cohort and member.
   *
   * @param predicates SQL by cohort
   * @throws BadSetting where a predicate cannot be read, names no column, or is not true or false
   *     for each customer on their own
   */
  public static Dataset<Row> of(Dataset<Row> described, Map<String, String> predicates) {
    columns(described, "cohorts", predicates);
    Column[] memberships =
        predicates.entrySet().stream()
            .map(cohort -> membership(cohort.getKey(), cohort.getValue()))
            .toArray(Column[]::new);
    return described.select(
        SharedColumns.AS_OF.col(),
        inline(array_compact(array(memberships))),
        SharedColumns.CUSTOMER_ID.col());
  }

  /**
   * The columns that each predicate looks at, by its name.
   *
   * @param section the section of the settings that names them
   * @throws BadSetting as {@link #of} does
   */
  public static Map<String, List<String>> columns(
      Dataset<Row> described, String section, Map<String, String> predicates) {
    List<String> faults = new ArrayList<>();
    Map<String, List<String>> columns = new TreeMap<>();
    predicates.forEach(
        (name, predicate) -> {
          try {
            columns.put(name, SqlText.provePredicate(described, predicate));
          } catch (SqlText.UnusableExpression wrong) {
            faults.add(
                section + "." + name + ".where = \"" + predicate + "\": " + wrong.explanation());
          }
        });
    if (!faults.isEmpty()) {
      throw new BadSetting(String.join("\n", faults));
    }
    return columns;
  }

  private static Column membership(String cohort, String predicate) {
    Column row =
        struct(SharedColumns.COHORT.is(lit(cohort)), CohortColumns.REASON.is(lit(predicate)));
    return when(SqlText.expression(predicate), row);
  }
}
