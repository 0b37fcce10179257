package dev.dangol.cohorts.leads;

import dev.dangol.probability.CalibrationBucket;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * First-order probabilities of prospects, and the test of the model behind them.
 *
 * @param prospects one row per prospect of the day, with their probability
 * @param tenths deciles of the tested people, from the least likely; a decile without people is
 *     missing
 * @param auc of the tested people; empty where all or none of them ordered
 * @param recalibrated whether probabilities were corrected by observed outcomes
 */
public record FirstOrderModel(
    Dataset<Row> prospects,
    List<CalibrationBucket> tenths,
    OptionalDouble auc,
    boolean recalibrated) {
  public FirstOrderModel {
    tenths = List.copyOf(tenths);
  }

  /** All tested people together. */
  public CalibrationBucket all() {
    return CalibrationBucket.all(tenths);
  }

  /** The expected calibration error, 0 to 1; 0 without people. */
  public double error() {
    return CalibrationBucket.error(tenths);
  }
}
