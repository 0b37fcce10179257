package dev.dangol.report.data;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.nanvl;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.table.results.CohortColumns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Customers of one kind, summed up in a single pass over all of them.
 *
 * @param ideal true for members of the cohort named ideal
 * @param fitLevel unfit, viable or perfect; empty for customers without a score
 * @param firstLift the criterion whose next level would add most points; empty for none
 * @param secondLift the criterion that comes next; empty for none
 */
public record CustomerGroup(
    boolean ideal,
    Optional<String> fitLevel,
    Optional<String> firstLift,
    Optional<String> secondLift,
    CustomerTotals tally) {
  public static final String IDEAL = "ideal";

  /** Sums the customers up: one row per group leaves the cluster. */
  static List<CustomerGroup> read(ReportTables tables, List<Integer> windows) {
    Column[] sums = sums().toArray(Column[]::new);
    return customers(tables, windows)
        .groupBy(
            SharedColumns.COHORT.col(),
            CohortColumns.FIT_LEVEL.col(),
            CohortColumns.LIFT_1.col(),
            CohortColumns.LIFT_2.col())
        .agg(ReportColumns.CUSTOMERS.is(count(lit(1))), sums)
        .collectAsList()
        .stream()
        .map(row -> of(new RowReader(row)))
        .toList();
  }

  private static Dataset<Row> customers(ReportTables tables, List<Integer> windows) {
    String customer = SharedColumns.CUSTOMER_ID.name();
    Dataset<Row> fit =
        tables
            .of(CohortColumns.CUSTOMER_FIT)
            .select(
                SharedColumns.CUSTOMER_ID.col(),
                CohortColumns.FIT_LEVEL.col(),
                CohortColumns.LIFT_1.col(),
                CohortColumns.LIFT_2.col());
    Dataset<Row> ideal =
        tables
            .of(CohortColumns.COHORT_DAYS)
            .where(SharedColumns.COHORT.col().equalTo(IDEAL))
            .select(SharedColumns.CUSTOMER_ID.col(), SharedColumns.COHORT.col());
    return tables
        .of(FeatureTable.of(windows))
        .join(fit, new String[] {customer}, "left")
        .join(ideal, new String[] {customer}, "left");
  }

  private static List<Column> sums() {
    List<Column> sums = new ArrayList<>();
    sums.add(FeatureColumns.LAST_ORDER_ON.is(max(FeatureColumns.LAST_ORDER_ON.col())));
    sums.add(total(FeatureColumns.NET_SALES_LIFETIME, FeatureColumns.NET_SALES_LIFETIME.col()));
    for (Field quality : FeatureColumns.QUALITIES) {
      Column known = nanvl(quality.col(), lit(null));
      sums.add(total(quality, known));
      sums.add(ReportColumns.measured(quality).is(count(known)));
    }
    return sums;
  }

  // Summed as decimals, so that the order of the rows cannot change the last digit.
  private static Column total(Field measure, Column value) {
    Field total = ReportColumns.sum(measure);
    return total.is(sum(value.cast(total.type())));
  }

  private static CustomerGroup of(RowReader cells) {
    Map<Field, RunningMean> qualities = new LinkedHashMap<>();
    for (Field quality : FeatureColumns.QUALITIES) {
      qualities.put(
          quality,
          new RunningMean(
              cells.total(ReportColumns.sum(quality)),
              cells.count(ReportColumns.measured(quality))));
    }
    return new CustomerGroup(
        cells.text(SharedColumns.COHORT).isPresent(),
        cells.text(CohortColumns.FIT_LEVEL),
        cells.text(CohortColumns.LIFT_1),
        cells.text(CohortColumns.LIFT_2),
        new CustomerTotals(
            cells.count(ReportColumns.CUSTOMERS),
            cells.total(ReportColumns.sum(FeatureColumns.NET_SALES_LIFETIME)),
            qualities,
            cells.day(FeatureColumns.LAST_ORDER_ON)));
  }
}
