package dev.dangol.features.satisfaction;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import dev.dangol.features.satisfaction.EarlierSatisfaction.EarlierGaps;
import dev.dangol.probability.WilsonInterval;
import dev.dangol.table.AsOf;
import dev.dangol.table.DayColumns;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.evidence.QuadrantColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.SatisfactionColumns;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Retention of the quadrants of value and satisfaction. Both are taken as of an earlier day, and
 * nothing that happened after it changes a customer's quadrant.
 */
@RunsSparkJobs
public final class QuadrantRetention {
  private QuadrantRetention() {}

  /**
   * The rows of {@code quadrant_retention}, in the order of the quadrants' names; none where no
   * customer had a gap by the earlier day.
   *
   * @param gaps the satisfaction of the customers of the earlier day
   * @param customers the same customers, with their net sales to that day
   * @param days what each customer bought on each day up to the as-of day
   */
  public static List<Row> rows(
      EarlierGaps gaps, Dataset<Row> customers, Dataset<Row> days, AsOf asOf) {
    String id = SharedColumns.CUSTOMER_ID.name();
    return gaps
        .rows()
        .where(SatisfactionColumns.GAP.col().isNotNull())
        .select(SharedColumns.CUSTOMER_ID.col(), SatisfactionColumns.GAP.col())
        .join(
            customers.select(
                SharedColumns.CUSTOMER_ID.col(), FeatureColumns.NET_SALES_LIFETIME.col()),
            id)
        .join(since(days, gaps.cut()), id, "left")
        .groupBy(QuadrantColumns.EARLIER_QUADRANT.is(quadrant(gaps.medianSales().orElse(0))))
        .agg(
            QuadrantColumns.EARLIER_COUNT.is(count(lit(1))),
            QuadrantColumns.RETAINED.is(count(QuadrantColumns.CAME_BACK.col())))
        .collectAsList()
        .stream()
        .map(RowReader::new)
        .sorted(
            Comparator.comparing(
                cells -> cells.text(QuadrantColumns.EARLIER_QUADRANT).orElseThrow()))
        .map(cells -> row(cells, gaps.cut(), asOf))
        .toList();
  }

  private static Column quadrant(double median) {
    Column upper = FeatureColumns.NET_SALES_LIFETIME.col().cast("double").gt(median);
    Column satisfied = SatisfactionColumns.GAP.col().geq(0);
    return concat(
        when(upper, lit(QuadrantColumns.UPPER)).otherwise(lit(QuadrantColumns.LOWER)),
        when(satisfied, lit("_satisfied")).otherwise(lit("_unsatisfied")));
  }

  private static Dataset<Row> since(Dataset<Row> days, AsOf cut) {
    return days.where(DayColumns.ORDERS.col().gt(0))
        .where(DayColumns.COUNTED_ON.col().gt(cut.column()))
        .groupBy(SharedColumns.CUSTOMER_ID.col())
        .agg(QuadrantColumns.CAME_BACK.is(max(lit(true))));
  }

  private static Row row(RowReader cells, AsOf cut, AsOf asOf) {
    long customers = cells.count(QuadrantColumns.EARLIER_COUNT);
    long retained = cells.count(QuadrantColumns.RETAINED);
    WilsonInterval interval = WilsonInterval.of(retained, customers);
    return RowWriter.of(QuadrantColumns.RETENTION)
        .set(SharedColumns.AS_OF, asOf)
        .set(
            QuadrantColumns.EARLIER_QUADRANT,
            cells.text(QuadrantColumns.EARLIER_QUADRANT).orElseThrow())
        .set(QuadrantColumns.FROM_ON, cut)
        .set(QuadrantColumns.EARLIER_COUNT, customers)
        .set(QuadrantColumns.RETAINED, retained)
        .set(QuadrantColumns.RETAINED_SHARE, (double) retained / customers)
        .set(QuadrantColumns.LOW, interval.low())
        .set(QuadrantColumns.HIGH, interval.high())
        .row();
  }
}
