package dev.dangol.privacy;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as texts that any program reads: no exponent, no trailing zeros, a dot for decimals. */
public final class PlainNumbers {
  private PlainNumbers() {}

  /** The number as text; empty for a text that is no finite number. */
  public static Optional<String> of(String text) {
    return number(text).map(PlainNumbers::plain);
  }

  /** The same, of which a negative number is 0. */
  static Optional<String> notNegative(String text) {
    return number(text).map(number -> plain(number.max(BigDecimal.ZERO)));
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
