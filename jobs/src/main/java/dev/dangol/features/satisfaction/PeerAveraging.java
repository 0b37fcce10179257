package dev.dangol.features.satisfaction;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.lit;

import dev.dangol.config.SatisfactionSettings;
import dev.dangol.features.measure.ExactSums;
import dev.dangol.table.RowReader;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.features.RfmColumns;
import dev.dangol.table.features.SatisfactionColumns;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Averages what customers were given, over a handful of groups of peers. */
@RunsSparkJobs
final class PeerAveraging {
  private PeerAveraging() {}

  /** Starts a Spark job over the customers, as {@link SatisfactionGap#withDelivered} gives them. */
  static PeerAverages of(Dataset<Row> customers, SatisfactionSettings how) {
    Column group = how.peersOfSegment() ? RfmColumns.RFM_GROUP.col() : lit(PeerAverages.EVERYBODY);
    Map<String, Double> means = new HashMap<>();
    customers
        .where(SatisfactionColumns.DELIVERED.col().isNotNull())
        .groupBy(RfmColumns.RFM_GROUP.is(group))
        .agg(
            SatisfactionColumns.DELIVERED.is(
                avg(ExactSums.of(SatisfactionColumns.DELIVERED.col()))))
        .collectAsList()
        .forEach(row -> put(new RowReader(row), means));
    return new PeerAverages(means);
  }

  private static void put(RowReader cells, Map<String, Double> means) {
    means.put(
        cells.text(RfmColumns.RFM_GROUP).orElseThrow(),
        cells.number(SatisfactionColumns.DELIVERED).orElseThrow());
  }
}
