package dev.dangol.report.data;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * Mean as a sum and a count, so that parts can be added up.
 *
 * @param sum over the customers who have the measure
 * @param measured how many have it
 */
public record RunningMean(BigDecimal sum, long measured) {
  static final RunningMean NONE = new RunningMean(BigDecimal.ZERO, 0);

  RunningMean plus(RunningMean other) {
    return new RunningMean(sum.add(other.sum), measured + other.measured);
  }

  /** The mean; empty where no customer has the measure. */
  public OptionalDouble value() {
    return measured == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum.doubleValue() / measured);
  }
}
