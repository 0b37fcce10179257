package dev.dangol.cohorts.scorecard;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.ranks.PercentileRanks;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.results.CohortColumns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Ranks customers by fit, from 1 and without ties. Most points come first, then most net sales to
 * date, then customer id. Customers without points rank last.
 *
 * <p>Customers of the same points and about the same sales are numbered among themselves, after as
 * many as are in better groups: groups are counted, and only the counts come to one machine.
 */
final class FitRanking {
  private static final int STEPS = 64;
  private static final double NONE = -1;
  private static final Field GROUP_POINTS = Field.number("_group_points", "Points, or -1.");
  private static final Field GROUP_SALES = Field.number("_group_sales", "A step of sales, or -1.");
  private static final Field GROUP_SIZE = Field.count("_group_size", "Customers of the group.");
  private static final Field BEFORE = Field.count("_before", "Customers of all better groups.");

  private FitRanking() {}

  /** The customers with their rank. */
  static Dataset<Row> rank(Dataset<Row> scored, PercentileRanks standing) {
    Column steps = floor(standing.midRank(FeatureColumns.NET_SALES_LIFETIME).multiply(STEPS));
    Dataset<Row> grouped =
        scored
            .withColumn(
                GROUP_POINTS.name(),
                GROUP_POINTS.is(coalesce(CohortColumns.POINTS.col(), lit(NONE))))
            .withColumn(GROUP_SALES.name(), GROUP_SALES.is(coalesce(steps, lit(NONE))));
    WindowSpec better =
        Window.orderBy(GROUP_POINTS.col().desc(), GROUP_SALES.col().desc())
            .rowsBetween(Window.unboundedPreceding(), -1);
    Dataset<Row> groups =
        grouped
            .groupBy(GROUP_POINTS.col(), GROUP_SALES.col())
            .agg(GROUP_SIZE.is(count(lit(1))))
            .select(
                GROUP_POINTS.col(),
                GROUP_SALES.col(),
                BEFORE.is(coalesce(sum(GROUP_SIZE.col()).over(better), lit(0))));
    WindowSpec within =
        Window.partitionBy(GROUP_POINTS.col(), GROUP_SALES.col())
            .orderBy(
                FeatureColumns.NET_SALES_LIFETIME.col().desc(),
                SharedColumns.CUSTOMER_ID.col().asc());
    String[] key = {GROUP_POINTS.name(), GROUP_SALES.name()};
    return grouped
        .join(broadcast(groups), key, "inner")
        .withColumn(
            CohortColumns.RANK.name(),
            CohortColumns.RANK.is(BEFORE.col().plus(row_number().over(within))));
  }
}
