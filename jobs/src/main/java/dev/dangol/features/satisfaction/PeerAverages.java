package dev.dangol.features.satisfaction;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.features.RfmColumns;
import java.util.Map;
import org.apache.spark.sql.Column;

/**
 * Peer averages of what customers were given, by group of customers.
 *
 * @param means by group; groups without a known value are left out
 */
record PeerAverages(Map<String, Double> means) {
  /** The name of the group that holds all customers. */
  static final String EVERYBODY = "";

  PeerAverages {
    means = Map.copyOf(means);
  }

  /** The mean of each customer's peers; null where it is not known. */
  Column mean() {
    Column mean = lit(means.get(EVERYBODY)).cast("double");
    for (Map.Entry<String, Double> group : means.entrySet()) {
      mean =
          when(RfmColumns.RFM_GROUP.col().equalTo(group.getKey()), group.getValue())
              .otherwise(mean);
    }
    return mean;
  }
}
