package dev.dangol.probability;

import java.io.Serializable;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Bucket of people by predicted probability.
 *
 * @param number 1 to 10, from the least likely tenth; 0 for all people
 * @param people how many
 * @param predicted the mean of their probabilities, 0 to 1
 * @param observed the share of them to whom it happened, 0 to 1
 */
public record CalibrationBucket(long number, long people, double predicted, double observed)
    implements Serializable {

  /** All people of the buckets together. */
  public static CalibrationBucket all(List<CalibrationBucket> buckets) {
    long people = buckets.stream().mapToLong(CalibrationBucket::people).sum();
    return new CalibrationBucket(
        0,
        people,
        mean(buckets, CalibrationBucket::predicted),
        mean(buckets, CalibrationBucket::observed));
  }

  /**
   * The expected calibration error: the mean over people of the absolute difference of predicted
   * and observed share in their bucket, 0 to 1; 0 without people (Naeini, Cooper and Hauskrecht,
   * 2015).
   */
  public static double error(List<CalibrationBucket> buckets) {
    return mean(buckets, bucket -> Math.abs(bucket.predicted() - bucket.observed()));
  }

  private static double mean(
      List<CalibrationBucket> buckets, ToDoubleFunction<CalibrationBucket> of) {
    long people = buckets.stream().mapToLong(CalibrationBucket::people).sum();
    double sum =
        buckets.stream().mapToDouble(bucket -> bucket.people() * of.applyAsDouble(bucket)).sum();
    return people == 0 ? 0 : sum / people;
  }
}
