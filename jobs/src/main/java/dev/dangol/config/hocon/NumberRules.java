package dev.dangol.config.hocon;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/** Value rules of numbers. */
public final class NumberRules {
  public static final ValueRule<Double> NUMBER =
      between(-Double.MAX_VALUE, Double.MAX_VALUE, "a number");

  public static final ValueRule<Double> SHARE = between(0, 1, "a share from 0 to 1");

  public static final ValueRule<Double> POINTS =
      between(0, 100, "a number of points from 0 to 100");

  public static final ValueRule<Double> PERCENTILE =
      between(0, 100, "a percentile rank from 0 to 100");

  public static final ValueRule<Double> WEIGHT = between(Double.MIN_VALUE, 1e9, "a number above 0");

  public static final ValueRule<Double> PART = between(0, 1e9, "a number of 0 or more");

  public static final ValueRule<Long> SEED =
      ValueRule.of("a whole number", 0L, text -> whole(text));

  /** A count: a whole number of 1 or more that fits an int. */
  public static final ValueRule<Integer> COUNT =
      ValueRule.of(
          "a whole number of 1 or more",
          1,
          text -> whole(text).filter(n -> n >= 1 && n <= Integer.MAX_VALUE).map(Long::intValue));

  public static final ValueRule<Integer> NONE_OR_MORE =
      ValueRule.of(
          "a whole number of 0 or more",
          0,
          text -> whole(text).filter(n -> n >= 0 && n <= Integer.MAX_VALUE).map(Long::intValue));

  public static final ValueRule<Integer> TWO_OR_MORE =
      ValueRule.of("a whole number of 2 or more", 2, text -> COUNT.read(text).filter(n -> n >= 2));

  /** Generations of referrals: each is one more join of all referrers. */
  public static final ValueRule<Integer> GENERATIONS =
      ValueRule.of("a whole number from 1 to 10", 1, text -> COUNT.read(text).filter(n -> n <= 10));

  public static final ValueRule<OptionalInt> COUNT_OR_AUTO =
      ValueRule.of(
          "auto or a whole number of 1 or more",
          OptionalInt.empty(),
          text ->
              text.equals("auto")
                  ? Optional.of(OptionalInt.empty())
                  : COUNT.read(text).map(OptionalInt::of));

  private NumberRules() {}

  private static ValueRule<Double> between(double from, double to, String meaning) {
    return ValueRule.of(
        meaning,
        Double.NaN,
        text -> decimal(text).map(BigDecimal::doubleValue).filter(n -> n >= from && n <= to));
  }

  private static Optional<Long> whole(String text) {
    try {
      return decimal(text).map(BigDecimal::longValueExact);
    } catch (ArithmeticException fractionOrTooLarge) {
      return Optional.empty();
    }
  }

  /** A number in decimal digits: other forms that Java accepts, such as NaN or 0x1p3, are none. */
  private static Optional<BigDecimal> decimal(String text) {
    try {
      return Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
