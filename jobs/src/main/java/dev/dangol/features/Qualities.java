package dev.dangol.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import dev.dangol.table.FeatureColumns;
import dev.dangol.table.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The five qualities, 0 to 100: each a weighted mean of percentile ranks of the configured
 * features, over those that were measured for the customer. A negative weight turns the rank round:
 * less is better.
 *
 * <p>The percentile rank is the mid-rank: the share of measured customers below the value and half
 * of those with the same one, so that ties share a place and everyone alike scores 50.
 */
public final class Qualities {
  /** Digits that are kept: a score that is 40 on paper must not miss a cut point of 40. */
  static final int DIGITS = 6;

  private Qualities() {}

  /**
   * The customers with a score per quality; null where no part of it was measured.
   *
   * @param blends for each quality the features it is blended from, with their weights
   */
  public static Dataset<Row> scored(
      Dataset<Row> features, Map<String, Map<String, Double>> blends) {
    TreeSet<String> parts = new TreeSet<>();
    blends.values().forEach(blend -> parts.addAll(blend.keySet()));
    Map<String, Column> ranks = new LinkedHashMap<>();
    parts.forEach(part -> ranks.put(rankName(part), midRank(features.col(part))));
    Map<String, Column> scores = new LinkedHashMap<>();
    for (Field quality : FeatureColumns.QUALITIES) {
      scores.put(quality.name(), score(quality, blends.getOrDefault(name(quality), Map.of())));
    }
    return features
        .withColumns(ranks)
        .withColumns(scores)
        .drop(ranks.keySet().toArray(String[]::new));
  }

  /** What the configuration calls a quality. */
  static String name(Field quality) {
    return quality.name().substring("quality_".length());
  }

  /** The place of a value among the measured ones, 0 to 1; null for a value that is null. */
  static Column midRank(Column value) {
    WindowSpec ascending = Window.orderBy(value.asc_nulls_last());
    WindowSpec everyone = Window.partitionBy();
    Column below = rank().over(ascending).minus(1);
    Column upTo = count(value).over(ascending);
    Column measured = count(value).over(everyone);
    return when(value.isNotNull(), below.plus(upTo).divide(measured.multiply(2)));
  }

  private static Column score(Field quality, Map<String, Double> blend) {
    Column points = lit(0.0);
    Column weights = lit(0.0);
    for (Map.Entry<String, Double> part : blend.entrySet()) {
      Column rank = new Field(rankName(part.getKey()), quality.type(), false, "").col();
      Column place = part.getValue() < 0 ? lit(1.0).minus(rank) : rank;
      double weight = Math.abs(part.getValue());
      points = points.plus(coalesce(place.multiply(weight), lit(0.0)));
      weights = weights.plus(when(rank.isNotNull(), lit(weight)).otherwise(0.0));
    }
    Column score = round(points.multiply(100).divide(weights), DIGITS);
    return quality.is(when(weights.gt(0), score));
  }

  private static String rankName(String part) {
    return "_rank_" + part;
  }
}
