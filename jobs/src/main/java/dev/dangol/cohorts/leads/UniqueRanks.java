package dev.dangol.cohorts.leads;

import static org.apache.spark.sql.functions.row_number;

import dev.dangol.ranks.DistributionCounter;
import dev.dangol.table.Field;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.LookalikeColumns;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Ranks rows from 1 and without ties, the smallest number first, then by id. Values are counted
 * where they lie, and only rows of about the same number are sorted.
 */
@RunsSparkJobs
final class UniqueRanks {
  private UniqueRanks() {}

  /** The rows with their rank; the number may not be null. Starts a Spark job. */
  static Dataset<Row> of(Dataset<Row> rows, Field number) {
    Column below = DistributionCounter.of(rows, List.of(number)).below(number);
    Column within =
        row_number()
            .over(
                Window.partitionBy(LookalikeColumns.BEFORE.col())
                    .orderBy(number.col(), SharedColumns.CUSTOMER_ID.col()));
    return rows.withColumn(LookalikeColumns.BEFORE.name(), LookalikeColumns.BEFORE.is(below))
        .withColumn(
            LookalikeColumns.RANK.name(),
            LookalikeColumns.RANK.is(LookalikeColumns.BEFORE.col().plus(within)))
        .drop(LookalikeColumns.BEFORE.name());
  }
}
