package dev.dangol.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.FeatureColumns;
import dev.dangol.table.Field;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The five qualities in one number, 0 to 100: the weighted mean of those that were measured. The
 * five stand beside it, so that it can be worked out by hand.
 */
final class DangolIndex {
  private DangolIndex() {}

  /**
   * The customers with their index; null where no quality that counts was measured.
   *
   * @param weights by quality: pay appreciate communicate return refer
   */
  static Dataset<Row> of(Dataset<Row> customers, Map<String, Double> weights) {
    Column points = lit(0.0);
    Column measured = lit(0.0);
    for (Field quality : FeatureColumns.QUALITIES) {
      double weight = weights.getOrDefault(Qualities.name(quality), 0.0);
      points = points.plus(coalesce(quality.col().multiply(weight), lit(0.0)));
      measured = measured.plus(when(quality.col().isNotNull(), lit(weight)).otherwise(0.0));
    }
    Column index = when(measured.gt(0), round(points.divide(measured), Qualities.DIGITS));
    return customers.withColumn(
        FeatureColumns.DANGOL_INDEX.name(), FeatureColumns.DANGOL_INDEX.is(index));
  }
}
