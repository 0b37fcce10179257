package dev.dangol.segments;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Scaling of one feature, so that it is comparable with the others. Every rule looks at the
 * measured values of the sample alone:
 *
 * <ul>
 *   <li><b>Missing</b> is filled by the median.
 *   <li><b>Skewed</b> features are put on a logarithmic scale, sign(x) · log(1 + |x| / u), where u
 *       is the median of the values that are not zero: the currency or unit does not matter. A
 *       feature is skewed where its 95th percentile is more than {@link #SKEW} times as far from
 *       the median as its 5th, or, for one with negative values, the other way round; where over 90
 *       % of customers share one value, the extremes decide.
 *   <li><b>Scale</b>: less the median, divided by the inter-quartile range over 1.349 (which is the
 *       standard deviation of a normal distribution), but by no less than the standard deviation of
 *       the values cut off at the tail's bound: most customers may share one value.
 *   <li><b>Tail</b>: a customer is set aside where they are more than {@link #REACHES} times as far
 *       from the median as the 95th or 5th percentile, whichever is further, and as the typical
 *       customer who is not at the median. Fewer than {@link #FEWEST} customers have no tail.
 *   <li><b>Winsorised</b>: no other customer counts as further away than {@link #FURTHEST}.
 * </ul>
 *
 * @param column the feature's index in a raw row
 * @param fill the median, in the feature's own unit
 * @param unit what a value is divided by before the logarithm; 0 for a feature that is not skewed
 * @param middle the median on the scale
 * @param spread one scaled unit
 * @param bound the distance from the middle beyond which a customer is set aside
 */
record FeatureScaling(
    int column, double fill, double unit, double middle, double spread, double bound)
    implements Serializable {
  static final double SKEW = 2;
  static final double REACHES = 3;
  static final double FURTHEST = 4;
  static final int FEWEST = 20;
  private static final double NO_TAIL = Double.MAX_VALUE;
  private static final double NORMAL_QUARTILES = 1.349;

  /** Derives the scaling; the spread is 0 where nearly everyone has the same value. */
  static FeatureScaling of(int column, double[] sorted) {
    double fill = OrderStatistics.median(sorted);
    double unit = isSkewed(sorted) ? OrderStatistics.departure(sorted, 0) : 0;
    double[] values = Arrays.stream(sorted).map(value -> level(value, unit)).toArray();
    double middle = level(fill, unit);
    double tail =
        Math.max(OrderStatistics.high(values) - middle, middle - OrderStatistics.low(values));
    double bound = REACHES * Math.max(tail, OrderStatistics.departure(values, middle));
    double[] cut =
        Arrays.stream(values)
            .map(value -> Math.min(Math.max(value, middle - bound), middle + bound))
            .toArray();
    double quartiles = OrderStatistics.at(values, 0.75) - OrderStatistics.at(values, 0.25);
    double spread = Math.max(quartiles / NORMAL_QUARTILES, OrderStatistics.deviation(cut));
    return new FeatureScaling(
        column, fill, unit, middle, spread, sorted.length < FEWEST ? NO_TAIL : bound);
  }

  /** The same scaling, for rows that have the feature there. */
  FeatureScaling at(int otherColumn) {
    return new FeatureScaling(otherColumn, fill, unit, middle, spread, bound);
  }

  /** The same scaling, by which no customer is set aside. */
  FeatureScaling withoutTail() {
    return new FeatureScaling(column, fill, unit, middle, spread, NO_TAIL);
  }

  /** The scaled value, winsorised; 0, the median, where nothing was measured. */
  double scale(double raw) {
    double value = Double.isFinite(raw) ? (level(raw, unit) - middle) / spread : 0;
    return Math.min(Math.max(value, -FURTHEST), FURTHEST);
  }

  /** The value that is scaled to this one. */
  double raw(double scaled) {
    double value = scaled * spread + middle;
    return unit == 0 ? value : Math.signum(value) * Math.expm1(Math.abs(value)) * unit;
  }

  /** True where the value is so far out that its customer is set aside. */
  boolean beyond(double raw) {
    return Double.isFinite(raw) && Math.abs(level(raw, unit) - middle) > bound;
  }

  private static double level(double raw, double unit) {
    return unit == 0 ? raw : Math.signum(raw) * Math.log1p(Math.abs(raw) / unit);
  }

  private static boolean isSkewed(double[] sorted) {
    double median = OrderStatistics.median(sorted);
    double up = OrderStatistics.high(sorted) - median;
    double down = median - OrderStatistics.low(sorted);
    if (up <= 0 && down <= 0) {
      up = sorted[sorted.length - 1] - median;
      down = median - sorted[0];
    }
    boolean signed = sorted[0] < 0;
    return up > SKEW * down || (signed && down > SKEW * up);
  }
}
