package dev.dangol.probability;

import java.util.OptionalDouble;

/**
 * Difference with the ends of its 95 % interval, told to six digits after the point. The ends are
 * empty where the uncertainty cannot be told.
 */
public record DifferenceInterval(
    OptionalDouble difference, OptionalDouble low, OptionalDouble high) {
  /** The normal deviate of a 95 % interval. */
  public static final double DEVIATE = 1.959963984540054;

  private static final double DIGITS = 1e6;

  /** No difference, because one side is missing. */
  public static DifferenceInterval none() {
    return new DifferenceInterval(
        OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
  }

  /**
   * A difference as wide as its standard error says.
   *
   * @param deviate how many standard errors the interval reaches to each side
   * @param error the standard error; NaN or infinite where it cannot be told
   */
  public static DifferenceInterval of(double difference, double error, double deviate) {
    return between(difference, difference - deviate * error, difference + deviate * error);
  }

  /** A difference between two ends. */
  public static DifferenceInterval between(double difference, double low, double high) {
    return new DifferenceInterval(told(difference), told(low), told(high));
  }

  /**
   * The difference of two shares, by Newcombe: the first less the second, from Wilson's intervals.
   * R. G. Newcombe, "Interval estimation for the difference between independent proportions",
   * Statistics in Medicine 17, 1998, method 10.
   *
   * @param whole above 0, as is otherWhole
   */
  public static DifferenceInterval ofShares(
      long part, long whole, long otherPart, long otherWhole) {
    WilsonInterval one = WilsonInterval.of(part, whole);
    WilsonInterval other = WilsonInterval.of(otherPart, otherWhole);
    double first = (double) part / whole;
    double second = (double) otherPart / otherWhole;
    double difference = first - second;
    return between(
        difference,
        difference - Math.hypot(first - one.low(), other.high() - second),
        difference + Math.hypot(one.high() - first, second - other.low()));
  }

  /** The same with ends that lie where a difference can, as of shares from -1 to 1. */
  public DifferenceInterval within(double least, double most) {
    return new DifferenceInterval(difference, cut(low, least, most), cut(high, least, most));
  }

  private static OptionalDouble cut(OptionalDouble end, double least, double most) {
    return end.isPresent()
        ? OptionalDouble.of(Math.min(Math.max(end.getAsDouble(), least), most))
        : end;
  }

  /** True where the interval lies on one side of 0. */
  public boolean isClaimed() {
    return low.orElse(0) > 0 || high.orElse(0) < 0;
  }

  /** A figure as it is told; empty for one that is not finite. */
  public static OptionalDouble told(double figure) {
    return Double.isFinite(figure)
        ? OptionalDouble.of(Math.rint(figure * DIGITS) / DIGITS)
        : OptionalDouble.empty();
  }
}
