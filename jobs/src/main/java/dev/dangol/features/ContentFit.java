package dev.dangol.features;

import dev.dangol.config.SatisfactionSettings;
import dev.dangol.standing.Standing;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Compares what customers were given with what they and their peers expect. */
final class ContentFit {
  private ContentFit() {}

  /**
   * The customers with their satisfaction; starts a Spark job over them.
   *
   * @param customers one row each, with his experience and his group
   * @param standing how they are spread over {@link Satisfaction#COUNTED}
   */
  static Dataset<Row> of(Dataset<Row> customers, Standing standing, SatisfactionSettings how) {
    Dataset<Row> delivered = Satisfaction.delivered(customers, standing, how);
    return Satisfaction.scored(delivered, PeersFit.of(delivered, how), how);
  }
}
