package dev.dangol.features.measure;

import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Numbers from 0 to 1 that add up to the same in any order, which real numbers do not. */
public final class ExactSums {
  private static final DataType DECIMAL = DataTypes.createDecimalType(20, 12);

  private static final BigDecimal TRILLION = BigDecimal.valueOf(1_000_000_000_000L);

  private ExactSums() {}

  /** The number with twelve digits after the point. */
  public static Column of(Column number) {
    return number.cast(DECIMAL);
  }

  /** The same as a whole number of trillionths. */
  public static Column parts(Column number) {
    return of(number).multiply(lit(TRILLION)).cast(DataTypes.LongType);
  }

  /**
   * The position of a value between two others, 0 to 1; null without it, or where they are in
   * disorder.
   */
  public static Column scale(Column value, Column from, Column to) {
    Column place = value.minus(from).divide(to.minus(from));
    return when(value.isNotNull().and(to.gt(from)), greatest(lit(0.0), least(lit(1.0), place)));
  }
}
