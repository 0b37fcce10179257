package dev.dangol.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.FeatureColumns;
import dev.dangol.table.Field;
import dev.dangol.table.QualityColumns;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The five qualities, 0 to 100: each a weighted mean of percentile ranks of the configured
 * features, over those that were measured for the customer. A negative weight turns the rank round:
 * less is better.
 *
 * <p>The percentile rank is the mid-rank: the share of measured customers below the value and half
 * of those with the same one, so that ties share a place and everyone alike scores 50.
 */
final class Qualities {
  /** Digits that are kept: a score that is 40 on paper must not miss a cut point of 40. */
  static final int DIGITS = 6;

  private Qualities() {}

  /**
   * The customers with a score per quality, and what it is made from; null where no part of it was
   * measured.
   *
   * @param blends for each quality the features it is blended from, with their weights
   * @param standing how the customers are spread over those features
   */
  static Dataset<Row> scored(
      Dataset<Row> features, Map<String, Map<String, Double>> blends, Standing standing) {
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

  /** What the configuration calls a quality. */
  static String name(Field quality) {
    return quality.name().substring("quality_".length());
  }

  private static Column places(
      Map<String, Double> blend, Map<String, Field> measures, Standing standing) {
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
    Column points = lit(0.0);
    Column weights = lit(0.0);
    for (Map.Entry<String, Double> part : blend.entrySet()) {
      Column place = QualityColumns.parts(quality).col().getItem(part.getKey());
      double weight = Math.abs(part.getValue());
      points = points.plus(coalesce(place.multiply(weight), lit(0.0)));
      weights = weights.plus(when(place.isNotNull(), lit(weight)).otherwise(0.0));
    }
    return quality.is(when(weights.gt(0), round(points.divide(weights), DIGITS)));
  }
}
