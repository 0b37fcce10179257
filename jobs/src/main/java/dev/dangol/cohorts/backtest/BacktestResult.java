package dev.dangol.cohorts.backtest;

import java.util.OptionalDouble;

/**
 * Result of a backtest for one selection: the shares of later outcomes that it captured. A share is
 * empty where there was nothing to capture.
 *
 * @param method the method that chose the customers
 * @param share of all customers of the cut-off, 0 to 1
 * @param revenue their share of later net sales, with its 95 % interval
 * @param margin their share of later margin
 * @param orders their share of later orders
 * @param referrals their share of later referrals
 * @param retained the share of them who bought later, 0 to 1
 * @param lead the ideal cohort's share of later net sales less theirs, with its 95 % interval
 * @param fitLead the share of as many customers by rank on the scorecard less theirs, the same way
 */
public record BacktestResult(
    String method,
    double share,
    long customers,
    BoundedValue revenue,
    OptionalDouble margin,
    OptionalDouble orders,
    OptionalDouble referrals,
    OptionalDouble retained,
    BoundedValue lead,
    BoundedValue fitLead) {

  /** A value and its interval, each empty where it cannot be computed. */
  public record BoundedValue(OptionalDouble value, OptionalDouble low, OptionalDouble high) {
    /** No value and no interval. */
    public static final BoundedValue NOTHING =
        new BoundedValue(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    /** The normal quantile that leaves 2.5 % above it. */
    private static final double QUANTILE = 1.959963984540054;

    /** A value with the normal 95 % interval around it. */
    static BoundedValue of(double value, double variance) {
      double half = QUANTILE * Math.sqrt(Math.max(variance, 0));
      return Double.isFinite(half)
          ? new BoundedValue(round(value), round(value - half), round(value + half))
          : new BoundedValue(round(value), OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** The value less a part, with its interval moved as far. */
    BoundedValue above(double part) {
      return new BoundedValue(less(value, part), less(low, part), less(high, part));
    }

    private static OptionalDouble less(OptionalDouble value, double part) {
      return value.isPresent() ? round(value.getAsDouble() - part) : value;
    }

    /** Confidence interval of a share, clipped to 0 and 1. */
    BoundedValue ofShare() {
      boolean isShare = value.orElse(-1) >= 0 && value.orElse(2) <= 1;
      return isShare && low.isPresent()
          ? new BoundedValue(
              value,
              OptionalDouble.of(Math.max(low.getAsDouble(), 0)),
              OptionalDouble.of(Math.min(high.getAsDouble(), 1)))
          : this;
    }
  }

  /** Sums of doubles differ in their last digits from one order of the rows to another. */
  static OptionalDouble round(double value) {
    return OptionalDouble.of(Math.rint(value * 1e12) / 1e12);
  }
}
