package dev.dangol.features.likelihoods;

import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;

import dev.dangol.probability.CalibrationBucket;
import dev.dangol.probability.CalibrationTrial.TrialResult;
import dev.dangol.probability.LogisticEffects;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * Model of one likelihood, and how true it came on customers whom it had not seen.
 *
 * @param effects of what is known on the log-odds
 * @param trial its calibration
 */
public record LikelihoodModel(LogisticEffects effects, TrialResult trial) implements Serializable {
  /** More digits differ by the order in which sums are added up. */
  private static final int DIGITS = 9;

  /** Tenths of the customers it was tested on, from the least likely. */
  public List<CalibrationBucket> buckets() {
    return trial.buckets();
  }

  /** The expected calibration error, 0 to 1. */
  public double error() {
    return CalibrationBucket.error(buckets());
  }

  /** The probability, 0 to 1, of each row of numbers. */
  Column probability() {
    Column margin = lit(effects.intercept());
    for (int i = 0; i < effects.effects().size(); i++) {
      Column number = get(SpanColumns.NUMBERS.col(), lit(i));
      margin = margin.plus(number.multiply(effects.effects().get(i)));
    }
    return round(trial.scaling().probability(margin), DIGITS);
  }
}
