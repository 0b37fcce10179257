package dev.dangol.value.learned;

import java.util.Arrays;

/**
 * Calibration of predicted amounts by a power of them. Observed = level x mean x (predicted / mean)
 * ^ slope, of which level 1 and slope 1 change nothing.
 *
 * @param mean the mean of the predicted amounts
 * @param level observed divided by predicted, for a customer of the mean
 * @param slope 1 where predicted amounts differ as much as those that came, 0 where they say
 *     nothing
 */
public record PowerCalibration(double mean, double level, double slope) implements AmountCurve {
  /** A smaller part of the mean counts as this part. */
  private static final double LEAST = 1e-3;

  private static final double STEEPEST = 2;
  private static final int STEPS = 50;
  private static final double CLOSE = 1e-10;

  /**
   * Fits the curve by Poisson's quasi-likelihood, by which all predictions add up to all that came.
   *
   * @param predicted amounts; those far below the mean count as a thousandth of it
   * @param observed amounts; those below 0 count as 0
   */
  public static PowerCalibration fit(double[] predicted, double[] observed) {
    double above = Arrays.stream(predicted).map(x -> Math.max(x, 0)).average().orElseThrow();
    double mean = above > 0 ? above : 1;
    double[] x = Arrays.stream(predicted).map(p -> logarithm(p, mean)).toArray();
    double[] y = Arrays.stream(observed).map(o -> Math.max(o, 0) / mean).toArray();
    double slope = 0;
    for (int step = 0; step < STEPS; step++) {
      double change = step(x, y, slope);
      double next = Math.min(STEEPEST, Math.max(0, slope + change));
      boolean done = Math.abs(next - slope) < CLOSE;
      slope = next;
      if (done) {
        break;
      }
    }
    return new PowerCalibration(mean, level(x, y, slope), slope);
  }

  private static double logarithm(double predicted, double mean) {
    return Math.log(Math.max(predicted / mean, LEAST));
  }

  /** The level at which a slope's amounts add up to those that came. */
  private static double level(double[] x, double[] y, double slope) {
    double all = Arrays.stream(x).map(value -> Math.exp(slope * value)).sum();
    return Arrays.stream(y).sum() / all;
  }

  /** Newton's step of the slope, at most a half, with the level always at its best. */
  private static double step(double[] x, double[] y, double slope) {
    double level = level(x, y, slope);
    double all = 0;
    double first = 0;
    double second = 0;
    double came = 0;
    for (int i = 0; i < x.length; i++) {
      double amount = level * Math.exp(slope * x[i]);
      all += amount;
      first += amount * x[i];
      second += amount * x[i] * x[i];
      came += y[i] * x[i];
    }
    double curvature = second - first * first / all;
    double change = curvature > 0 ? (came - first) / curvature : 0;
    return Math.min(0.5, Math.max(-0.5, change));
  }

  @Override
  public double amount(double score) {
    return level * mean * Math.exp(slope * logarithm(score, mean));
  }
}
