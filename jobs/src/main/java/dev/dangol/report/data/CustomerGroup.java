package dev.dangol.report.data;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.nanvl;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.CustomerTypeColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.FeatureTable;
import dev.dangol.table.features.RhythmColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.ValueColumns;
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
 * @param signs signs by which they are chosen for a next step
 */
public record CustomerGroup(
    boolean ideal,
    Optional<String> fitLevel,
    Optional<String> firstLift,
    Optional<String> secondLift,
    CustomerSigns signs,
    CustomerTotals tally) {
  public static final String IDEAL = "ideal";

  /** Days without an order, as a multiple of their own median gap, from which they are slipping. */
  private static final int SLIPPING_GAPS = 2;

  private static final Field SLIPPING =
      Field.flag("_slipping", "True where they are silent for over twice their median gap.");

  /**
   * Signs of what to do next.
   *
   * @param slipping silent for more than twice their own median gap between purchase days
   * @param advocate an advocate, as customer_features has it
   */
  public record CustomerSigns(boolean slipping, boolean advocate) {}

  /** Sums the customers up: one row per group leaves the cluster. */
  static List<CustomerGroup> read(ReportTables tables, List<Integer> windows) {
    Column[] sums = sums().toArray(Column[]::new);
    return customers(tables, windows)
        .groupBy(
            SharedColumns.COHORT.col(),
            CohortColumns.FIT_LEVEL.col(),
            CohortColumns.LIFT_1.col(),
            CohortColumns.LIFT_2.col(),
            SLIPPING.is(slipping()),
            CustomerTypeColumns.ADVOCATE.is(
                coalesce(CustomerTypeColumns.ADVOCATE.col(), lit(false))))
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
        .join(ideal, new String[] {customer}, "left")
        .join(expected(tables), new String[] {customer}, "left");
  }

  private static Dataset<Row> expected(ReportTables tables) {
    return tables
        .of(ValueColumns.customerValue(List.of()))
        .select(SharedColumns.CUSTOMER_ID.col(), ValueColumns.EXPECTED_NET_SALES.col());
  }

  private static Column slipping() {
    return coalesce(
        FeatureColumns.DAYS_SINCE_LAST_ORDER
            .col()
            .gt(RhythmColumns.MEDIAN_GAP_DAYS.col().multiply(SLIPPING_GAPS)),
        lit(false));
  }

  private static List<Column> sums() {
    List<Column> sums = new ArrayList<>();
    sums.add(FeatureColumns.LAST_ORDER_ON.is(max(FeatureColumns.LAST_ORDER_ON.col())));
    sums.add(total(FeatureColumns.NET_SALES_LIFETIME, FeatureColumns.NET_SALES_LIFETIME.col()));
    Column expected = ValueColumns.EXPECTED_NET_SALES.col();
    sums.add(total(ValueColumns.EXPECTED_NET_SALES, expected));
    sums.add(ReportColumns.measured(ValueColumns.EXPECTED_NET_SALES).is(count(expected)));
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
      qualities.put(quality, mean(cells, quality));
    }
    return new CustomerGroup(
        cells.text(SharedColumns.COHORT).isPresent(),
        cells.text(CohortColumns.FIT_LEVEL),
        cells.text(CohortColumns.LIFT_1),
        cells.text(CohortColumns.LIFT_2),
        new CustomerSigns(cells.flag(SLIPPING), cells.flag(CustomerTypeColumns.ADVOCATE)),
        new CustomerTotals(
            cells.count(ReportColumns.CUSTOMERS),
            cells.total(ReportColumns.sum(FeatureColumns.NET_SALES_LIFETIME)),
            mean(cells, ValueColumns.EXPECTED_NET_SALES),
            qualities,
            cells.day(FeatureColumns.LAST_ORDER_ON)));
  }

  private static RunningMean mean(RowReader cells, Field measure) {
    return new RunningMean(
        cells.total(ReportColumns.sum(measure)), cells.count(ReportColumns.measured(measure)));
  }
}
