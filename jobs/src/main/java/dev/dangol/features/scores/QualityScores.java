package dev.dangol.features.scores;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_filter;

import dev.dangol.features.measure.WeightedMean;
import dev.dangol.ranks.PercentileRanks;
import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.QualityColumns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The five quality scores, 0 to 100: weighted means of percentile ranks of the configured features.
 * Features that were not measured for the customer are left out. A negative weight reverses the
 * rank: less is better.
 *
 * <p>The percentile rank is the mid-rank: the share of measured customers below the value and half
 * of those with the same one, so that ties share a rank, and where all customers are alike each
 * scores 50.
 */
public final class QualityScores {
  private QualityScores() {}

  /**
   * The customers with a score per quality and its parts; null where no part of it was measured.
   *
   * @param blends for each quality the features it is blended from, with their weights
   * @param standing the percentile ranks over those features
   */
  public static Dataset<Row> withScores(
      Dataset<Row> features, Map<String, Map<String, Double>> blends, PercentileRanks standing) {
    Map<String, Field> measures =
        standing.measures().stream().collect(Collectors.toMap(Field::name, field -> field));
    Map<String, Column> parts = new LinkedHashMap<>();
    Map<String, Column> scores = new LinkedHashMap<>();
    for (Field quality : FeatureColumns.QUALITIES) {
      Map<String, Double> blend = blends.getOrDefault(name(quality), Map.of());
      Field places = QualityColumns.parts(quality);
      parts.put(places.name(), places.is(places(blend, measures, standing)));
      scores.put(quality.name(), score(quality, blend));
    }
    return features.withColumns(parts).withColumns(scores);
  }

  /** The name of a quality in the configuration. */
  public static String name(Field quality) {
    return quality.name().substring("quality_".length());
  }

  private static Column places(
      Map<String, Double> blend, Map<String, Field> measures, PercentileRanks standing) {
    Column[] entries =
        blend.entrySet().stream()
            .flatMap(
                part -> {
                  Column rank = standing.midRank(measures.get(part.getKey())).multiply(100);
                  Column place = part.getValue() < 0 ? lit(100.0).minus(rank) : rank;
                  return Stream.of(lit(part.getKey()), place);
                })
            .toArray(Column[]::new);
    return map_filter(map(entries), (name, place) -> place.isNotNull());
  }

  private static Column score(Field quality, Map<String, Double> blend) {
    Column places = QualityColumns.parts(quality).col();
    List<String> parts = List.copyOf(blend.keySet());
    return quality.is(
        WeightedMean.of(
            parts.stream().map(places::getItem).toList(),
            parts.stream().map(part -> Math.abs(blend.get(part))).toList()));
  }
}
