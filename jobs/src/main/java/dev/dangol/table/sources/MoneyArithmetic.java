package dev.dangol.table.sources;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/**
 * Arithmetic of amounts. Spark's own product of decimals is rounded to the digits that its type
 * leaves it before it is rounded to the amount's: twice, and sometimes to another cent.
 */
public final class MoneyArithmetic {
  private static final DecimalType AMOUNT = (DecimalType) PurchaseSource.NET_AMOUNT.type();
  private static final int UNITS = 10_000;
  private static final BigDecimal UNIT = new BigDecimal("0.0001");
  private static final DataType WHOLE = DataTypes.createDecimalType(20, 0);
  private static final DataType TOTAL = DataTypes.createDecimalType(28, 4);
  private static final UserDefinedFunction TIMES =
      functions.udf((UDF2<BigDecimal, Double, BigDecimal>) MoneyArithmetic::times, AMOUNT);

  private MoneyArithmetic() {}

  /**
   * An amount multiplied with a rate taken as it is written, rounded half-up. Null where one of
   * them is null, the rate is not finite, or the product is too large for an amount.
   */
  public static Column convert(Column amount, Column rate) {
    return TIMES.apply(amount, rate);
  }

  /**
   * An amount of one row as a whole number of units of {@link Field#units}: added up, compared and
   * subtracted at a hundredth of what decimals cost, and as exactly. Up to a hundred billion a real
   * number still distinguishes the units; beyond that the decimal is multiplied.
   */
  public static Column units(Column amount) {
    Column real = amount.cast("double");
    Column exact = amount.multiply(UNITS).cast("bigint");
    return when(abs(real).lt(1e11), rint(real.multiply(UNITS)).cast("bigint")).otherwise(exact);
  }

  /** The sum of amounts that this many units are. */
  public static Column amount(Column units) {
    return units.cast(WHOLE).multiply(lit(UNIT)).cast(TOTAL);
  }

  /** A share of so many units, rounded half-up to a whole one. */
  public static Column share(Column units, BigDecimal share) {
    return round(units.cast(WHOLE).multiply(lit(share)), 0).cast("bigint");
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
