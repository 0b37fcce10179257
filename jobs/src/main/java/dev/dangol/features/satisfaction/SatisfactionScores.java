package dev.dangol.features.satisfaction;

import dev.dangol.config.SatisfactionSettings;
import dev.dangol.ranks.PercentileRanks;
import dev.dangol.table.RunsSparkJobs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Satisfaction of customers: what they were given compared with what they and their peers expect.
 */
@RunsSparkJobs
public final class SatisfactionScores {
  private SatisfactionScores() {}

  /**
   * The customers with their satisfaction; starts a Spark job over them.
   *
   * @param customers one row each, with their experience and their group
   * @param standing their percentile ranks over {@link SatisfactionGap#COUNTED}
   */
  public static Dataset<Row> of(
      Dataset<Row> customers, PercentileRanks standing, SatisfactionSettings how) {
    Dataset<Row> delivered = SatisfactionGap.withDelivered(customers, standing, how);
    return SatisfactionGap.withExpected(delivered, PeerAveraging.of(delivered, how), how);
  }
}
