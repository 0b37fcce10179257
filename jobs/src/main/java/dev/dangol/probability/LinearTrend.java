package dev.dangol.probability;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Straight line of a figure over time by least squares, from sums over its points.
 *
 * <p>Its standard error is the wider of the usual one and of White's, which holds where points
 * scatter more at some times than at others (HC1; J. G. MacKinnon and H. White, Journal of
 * Econometrics 29, 1985); to take the wider one is the advice of J. D. Angrist and J.-S. Pischke,
 * Mostly Harmless Econometrics, 2009, section 8.1.
 */
public final class LinearTrend {
  /** The number of sums of {@link #point}. */
  public static final int SUMS = 12;

  /** With fewer points an interval holds the truth less often than it says. */
  private static final int FEWEST = 6;

  /** Smaller than this part of their squares, times do not differ. */
  private static final double NEGLIGIBLE = 1e-9;

  private LinearTrend() {}

  /** The sums of one point; those of several points are these, added up one by one. */
  public static double[] point(double time, double figure) {
    double square = time * time;
    return new double[] {
      1,
      figure,
      figure * figure,
      time,
      square,
      time * figure,
      square * time,
      square * square,
      square * figure,
      square * time * figure,
      time * figure * figure,
      square * figure * figure
    };
  }

  /**
   * The slope with its 95 % interval by Student's distribution; none where all points are at one
   * time, its ends empty with fewer than six points.
   *
   * @param sums the sums of the points; what follows them is not read
   */
  public static DifferenceInterval of(double... sums) {
    double count = sums[0];
    double figures = sums[2] - sums[1] * sums[1] / count;
    double times = sums[4] - sums[3] * sums[3] / count;
    double both = sums[5] - sums[3] * sums[1] / count;
    if (count < 2 || times <= NEGLIGIBLE * Math.max(1, sums[4])) {
      return DifferenceInterval.none();
    }
    double slope = both / times;
    if (count < FEWEST) {
      return DifferenceInterval.of(slope, Double.NaN, 1);
    }
    double freedom = count - 2;
    double usual = Math.max(0, figures - slope * both) / times;
    double scattered = scattered(sums, slope) * count / (times * times);
    double deviate = new TDistribution(null, freedom).inverseCumulativeProbability(0.975);
    double error = Math.sqrt(Math.max(usual, scattered) / freedom);
    return DifferenceInterval.of(slope, error, deviate);
  }

  /**
   * The squares of the points' distances from the line times those from the mean time, added up.
   */
  private static double scattered(double[] sums, double slope) {
    double count = sums[0];
    double time = sums[3] / count;
    double figure = sums[1] / count;
    double fourth =
        sums[7] - 4 * time * sums[6] + 6 * time * time * sums[4] - 3 * count * Math.pow(time, 4);
    double cubesOfTime = sums[6] - 3 * time * sums[4] + 2 * count * Math.pow(time, 3);
    double cubes =
        sums[9]
            - 3 * time * sums[8]
            + 3 * time * time * sums[5]
            - Math.pow(time, 3) * sums[1]
            - figure * cubesOfTime;
    double squaresOfTime = sums[4] - time * sums[3];
    double squares =
        sums[11]
            - 2 * time * sums[10]
            + time * time * sums[2]
            - 2 * figure * (sums[8] - 2 * time * sums[5] + time * time * sums[1])
            + figure * figure * squaresOfTime;
    return Math.max(0, squares - 2 * slope * cubes + slope * slope * fourth);
  }
}
