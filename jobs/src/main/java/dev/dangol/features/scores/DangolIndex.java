package dev.dangol.features.scores;

import dev.dangol.features.measure.WeightedMean;
import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureColumns;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Dangol index, 0 to 100: the weighted mean of the quality scores that were measured. The five
 * scores are stored beside it, so that it can be worked out by hand.
 */
public final class DangolIndex {
  private DangolIndex() {}

  /**
   * The customers with their index; null where no quality that counts was measured.
   *
   * @param weights by quality: pay appreciate communicate return refer
   */
  public static Dataset<Row> of(Dataset<Row> customers, Map<String, Double> weights) {
    Column index =
        WeightedMean.of(
            FeatureColumns.QUALITIES.stream().map(Field::col).toList(),
            FeatureColumns.QUALITIES.stream()
                .map(quality -> weights.getOrDefault(QualityScores.name(quality), 0.0))
                .toList());
    return customers.withColumn(
        FeatureColumns.DANGOL_INDEX.name(), FeatureColumns.DANGOL_INDEX.is(index));
  }
}
