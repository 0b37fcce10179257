package dev.dangol.features.purchases;

import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.RfmSettings;
import dev.dangol.config.RfmSettings.RfmGroup;
import dev.dangol.config.RfmSettings.ScoreRange;
import dev.dangol.ranks.PercentileRanks;
import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureColumns;
import dev.dangol.table.features.RfmColumns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * RFM scores: recency, frequency and monetary value from 1 upwards, and the group they make.
 *
 * <p>Without cut points a score goes by the percent rank: the share of the other customers who do
 * worse. Customers with the same value share a score. Those with the lowest value score 1 and those
 * with the highest the highest score, however many they are; where all have the same, all score 1.
 */
public final class RfmScores {
  static final String OTHERS = "others";

  private RfmScores() {}

  /** The measures that are scored. */
  public static final List<Field> MEASURES =
      List.of(
          FeatureColumns.DAYS_SINCE_LAST_ORDER,
          FeatureColumns.FREQUENCY,
          FeatureColumns.NET_SALES_LIFETIME);

  /** The customers with their three scores and their group. */
  public static Dataset<Row> withScores(
      Dataset<Row> customers, RfmSettings how, PercentileRanks standing) {
    Map<String, Column> scores = new LinkedHashMap<>();
    Field sinceLast = FeatureColumns.DAYS_SINCE_LAST_ORDER;
    Column longerAgo = lit(standing.measuredCount(sinceLast)).minus(standing.upTo(sinceLast));
    Column nobodyLater = standing.below(sinceLast).equalTo(0);
    Column recency =
        how.recencyDays().isEmpty()
            ? byRank(longerAgo, nobodyLater, how, standing.measuredCount(sinceLast))
            : byCuts(how.recencyDays(), cut -> sinceLast.col().leq(cut));
    scores.put(RfmColumns.RECENCY_SCORE.name(), RfmColumns.RECENCY_SCORE.is(recency));
    scores.put(
        RfmColumns.FREQUENCY_SCORE.name(),
        RfmColumns.FREQUENCY_SCORE.is(
            upwards(FeatureColumns.FREQUENCY, how.frequency(), how, standing)));
    scores.put(
        RfmColumns.MONETARY_SCORE.name(),
        RfmColumns.MONETARY_SCORE.is(
            upwards(FeatureColumns.NET_SALES_LIFETIME, how.monetary(), how, standing)));
    return customers
        .withColumns(scores)
        .withColumn(RfmColumns.RFM_GROUP.name(), RfmColumns.RFM_GROUP.is(group(how.groups())));
  }

  /** The score of a measure for which more is better. */
  private static Column upwards(
      Field measure, List<Double> cuts, RfmSettings how, PercentileRanks standing) {
    long measured = standing.measuredCount(measure);
    Column nobodyHigher = standing.upTo(measure).equalTo(measured);
    return cuts.isEmpty()
        ? byRank(standing.below(measure), nobodyHigher, how, measured)
        : byCuts(cuts, cut -> measure.col().geq(cut));
  }

  private static Column byRank(Column worse, Column best, RfmSettings how, long measured) {
    Column full = floor(worse.multiply(how.scores()).divide(Math.max(1, measured - 1)));
    return when(best.and(worse.gt(0)), how.scores())
        .otherwise(least(full.plus(1), lit(how.scores())));
  }

  /** One more than the number of cut points that are reached. */
  private static Column byCuts(List<Double> cuts, UnaryOperator<Column> reached) {
    Column score = lit(1);
    for (double cut : cuts) {
      score = score.plus(when(reached.apply(lit(cut)), 1).otherwise(0));
    }
    return score;
  }

  private static Column group(List<RfmGroup> groups) {
    List<RfmGroup> lastFirst = new ArrayList<>(groups);
    Collections.reverse(lastFirst);
    Column found = lit(OTHERS);
    for (RfmGroup group : lastFirst) {
      Column fits =
          within(RfmColumns.RECENCY_SCORE, group.recency())
              .and(within(RfmColumns.FREQUENCY_SCORE, group.frequency()))
              .and(within(RfmColumns.MONETARY_SCORE, group.monetary()));
      found = when(fits, lit(group.name())).otherwise(found);
    }
    return found;
  }

  private static Column within(Field score, ScoreRange range) {
    return score.col().between(range.from(), range.to());
  }
}
