package dev.dangol.cohorts.scorecard;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.table.Field;
import dev.dangol.table.FitLevel;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.ValueColumns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Ranks customers by fit, from 1 and without ties. The higher level comes first, then the higher
 * score, then the higher expected net sales, then customer id. What is not known comes last.
 *
 * <p>Customers of the same level and about the same score are numbered among themselves, after as
 * many as are in better groups: groups are counted, and only the counts come to one machine.
 */
final class FitRanking {
  /** Groups of a point of the score: so many that none holds a large part of the customers. */
  private static final int STEPS = 8;

  private static final double NONE = -1;
  private static final Field GROUP_LEVEL =
      Field.number("_group_level", "The points of the level: 0, 50 or 100.");
  private static final Field GROUP_SCORE = Field.number("_group_score", "A step of score, or -1.");
  private static final Field GROUP_SIZE = Field.count("_group_size", "Customers of the group.");
  private static final Field BEFORE = Field.count("_before", "Customers of all better groups.");

  private FitRanking() {}

  /** The customers, who have level, score and expected net sales, with their rank. */
  static Dataset<Row> rank(Dataset<Row> scored) {
    Column steps = floor(CohortColumns.FIT_SCORE.col().multiply(STEPS));
    Dataset<Row> grouped =
        scored
            .withColumn(
                GROUP_LEVEL.name(), GROUP_LEVEL.is(FitLevel.points(CohortColumns.FIT_LEVEL.col())))
            .withColumn(GROUP_SCORE.name(), GROUP_SCORE.is(coalesce(steps, lit(NONE))));
    WindowSpec better =
        Window.orderBy(GROUP_LEVEL.col().desc(), GROUP_SCORE.col().desc())
            .rowsBetween(Window.unboundedPreceding(), -1);
    Dataset<Row> groups =
        grouped
            .groupBy(GROUP_LEVEL.col(), GROUP_SCORE.col())
            .agg(GROUP_SIZE.is(count(lit(1))))
            .select(
                GROUP_LEVEL.col(),
                GROUP_SCORE.col(),
                BEFORE.is(coalesce(sum(GROUP_SIZE.col()).over(better), lit(0))));
    WindowSpec within =
        Window.partitionBy(GROUP_LEVEL.col(), GROUP_SCORE.col())
            .orderBy(
                CohortColumns.FIT_SCORE.col().desc(),
                ValueColumns.EXPECTED_NET_SALES.col().desc_nulls_last(),
                SharedColumns.CUSTOMER_ID.col().asc());
    String[] key = {GROUP_LEVEL.name(), GROUP_SCORE.name()};
    return grouped
        .join(broadcast(groups), key, "inner")
        .withColumn(
            CohortColumns.RANK.name(),
            CohortColumns.RANK.is(BEFORE.col().plus(row_number().over(within))));
  }
}
