package dev.dangol.store;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.jdk.javaapi.CollectionConverters;
import scala.math.BigInt;

/**
 * Small inputs, which are read in one part. Spark need not exchange rows of one part before it
 * groups, orders or joins them, so that a query over small tables is one job of one task instead of
 * a job for each exchange. Rows of larger inputs are read and exchanged by all processors.
 */
final class SmallInputs {
  /** The largest size of small inputs: one processor reads them in about a second. */
  static final long MOST_BYTES = 8L << 20;

  private SmallInputs() {}

  /**
   * The same rows, in one part where they are few.
   *
   * @param bytes the size of their files
   */
  static Dataset<Row> inOnePart(Dataset<Row> rows, long bytes) {
    return areSmall(bytes) ? rows.coalesce(1) : rows;
  }

  static boolean areSmall(long bytes) {
    return bytes <= MOST_BYTES;
  }

  /** True where a query, with all its parts, has few rows at each of its steps. */
  static boolean areAll(Dataset<Row> rows) {
    LogicalPlan plan =
        ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().analyzed();
    return isFew(plan)
        && CollectionConverters.asJava(plan.subqueriesAll()).stream().allMatch(SmallInputs::isFew);
  }

  private static boolean isFew(LogicalPlan plan) {
    BigInt most = BigInt.apply(MOST_BYTES);
    return !plan.exists(step -> step.stats().sizeInBytes().$greater(most));
  }
}
