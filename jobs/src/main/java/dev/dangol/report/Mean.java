package dev.dangol.report;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * A mean in the making.
 *
 * @param sum over the customers who have the measure
 * @param measured how many have it
 */
public record Mean(BigDecimal sum, long measured) {
  static final Mean NONE = new Mean(BigDecimal.ZERO, 0);

  Mean plus(Mean other) {
    return new Mean(sum.add(other.sum), measured + other.measured);
  }

  /** The mean; empty where nobody has the measure. */
  public OptionalDouble value() {
    return measured == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum.doubleValue() / measured);
  }
}
