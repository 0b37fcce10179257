package dev.dangol.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DecimalType;

/**
 * Arithmetic of amounts. Spark's own product of decimals is rounded to the digits that its type
 * leaves it before it is rounded to the amount's: twice, and sometimes to another cent.
 */
public final class Money {
  private static final DecimalType AMOUNT = (DecimalType) Purchases.NET_AMOUNT.type();
  private static final UserDefinedFunction TIMES =
      functions.udf((UDF2<BigDecimal, Double, BigDecimal>) Money::times, AMOUNT);

  private Money() {}

  /**
   * An amount multiplied with a rate taken as it is written, rounded half-up. Null where one of
   * them is null, the rate is not finite, or the product is too large for an amount.
   */
  public static Column converted(Column amount, Column rate) {
    return TIMES.apply(amount, rate);
  }

  static BigDecimal times(BigDecimal amount, Double rate) {
    if (amount == null || rate == null || !Double.isFinite(rate)) {
      return null;
    }
    BigDecimal product =
        amount.multiply(BigDecimal.valueOf(rate)).setScale(AMOUNT.scale(), RoundingMode.HALF_UP);
    return product.precision() > AMOUNT.precision() ? null : product;
  }
}
