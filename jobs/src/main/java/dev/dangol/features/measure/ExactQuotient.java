package dev.dangol.features.measure;

import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Quotients as real numbers; null where there is nothing to divide by. */
public final class ExactQuotient {
  private ExactQuotient() {}

  public static Column of(Column part, Column whole) {
    return when(whole.gt(0), part.cast("double").divide(whole.cast("double")));
  }

  /** A quotient that is kept within 0 to 1, whatever corrections the amounts hold. */
  public static Column share(Column part, Column whole) {
    Column quotient = part.cast("double").divide(whole.cast("double"));
    return when(whole.gt(0), greatest(lit(0.0), least(lit(1.0), quotient)));
  }
}
