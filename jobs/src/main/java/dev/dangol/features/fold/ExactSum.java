package dev.dangol.features.fold;

import java.math.BigDecimal;

/** Sum of whole numbers that may leave the range of a long, the same in any order. */
public final class ExactSum {
  private static final long PART = 1_000_000_000_000_000_000L;

  /** The sum less whole parts, nearer to 0 than a part. */
  private long rest;

  private long parts;

  /** Forgets all numbers. */
  public void clear() {
    rest = 0;
    parts = 0;
  }

  /**
   * Adds a number.
   *
   * @param number at most eight parts of 10^18, in either direction
   */
  public void add(long number) {
    parts += number / PART;
    rest += number % PART;
    if (rest >= PART || rest <= -PART) {
      parts += rest / PART;
      rest %= PART;
    }
  }

  /** The sum, of numbers that count parts of one with so many decimal digits. */
  public BigDecimal value(int digits) {
    return BigDecimal.valueOf(PART)
        .multiply(BigDecimal.valueOf(parts))
        .add(BigDecimal.valueOf(rest))
        .scaleByPowerOfTen(-digits);
  }
}
