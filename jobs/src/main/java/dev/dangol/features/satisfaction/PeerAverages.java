package dev.dangol.features.satisfaction;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.features.RfmColumns;
import java.util.Map;
import org.apache.spark.sql.Column;

/**
 * What the peers of a customer were given on average.
 *
 * @param means by group; those of whom nothing is known are left out
 */
record PeerAverages(Map<String, Double> means) {
  /** The name of the group that holds everybody. */
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
