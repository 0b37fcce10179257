package dev.dangol.probability;

import org.apache.commons.math3.distribution.TDistribution;

/** Straight line of a figure over time by least squares, from sums. */
public final class LinearTrend {
  private LinearTrend() {}

  /**
   * The slope with its 95 % interval by Student's distribution; none where all points are at one
   * time, its ends empty with fewer than three points.
   *
   * @param sums the number of points; the sums of figures, of squares of figures, of times, of
   *     squares of times, of products of times and figures
   */
  public static DifferenceInterval of(double... sums) {
    double count = sums[0];
    double figures = sums[2] - sums[1] * sums[1] / count;
    double times = sums[4] - sums[3] * sums[3] / count;
    double both = sums[5] - sums[3] * sums[1] / count;
    if (count < 2 || times <= 1e-9 * Math.max(1, sums[4])) {
      return DifferenceInterval.none();
    }
    double slope = both / times;
    double freedom = count - 2;
    if (freedom < 1) {
      return DifferenceInterval.of(slope, Double.NaN, 1);
    }
    double around = Math.max(0, figures - slope * both);
    double deviate = new TDistribution(null, freedom).inverseCumulativeProbability(0.975);
    return DifferenceInterval.of(slope, Math.sqrt(around / freedom / times), deviate);
  }
}
