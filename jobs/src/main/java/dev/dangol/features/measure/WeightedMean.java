package dev.dangol.features.measure;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;

/** Weighted mean of the parts that could be measured. */
public final class WeightedMean {
  /** Digits that are kept: a score that is 40 on paper must not miss a cut point of 40. */
  static final int DIGITS = 6;

  private WeightedMean() {}

  /**
   * The mean; null where no part with a weight was measured.
   *
   * @param weights one for each part, 0 or more
   */
  public static Column of(List<Column> parts, List<Double> weights) {
    Column sum = lit(0.0);
    Column whole = lit(0.0);
    for (int place = 0; place < parts.size(); place++) {
      Column part = parts.get(place);
      double weight = weights.get(place);
      sum = sum.plus(coalesce(part.multiply(weight), lit(0.0)));
      whole = whole.plus(when(part.isNotNull(), lit(weight)).otherwise(0.0));
    }
    return when(whole.gt(0), round(sum.divide(whole), DIGITS));
  }
}
