package dev.dangol.cohorts;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.ScorecardSettings;
import dev.dangol.config.ScorecardSettings.Criterion;
import dev.dangol.table.CohortColumns;
import dev.dangol.table.Columns;
import dev.dangol.table.FeatureColumns;
import dev.dangol.table.Level;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * How well each customer fits the ideal, all criteria taken together: points are the mean of the
 * criteria's points by weight, over those that were measured. How engaged he is stays a grade of
 * its own.
 */
public final class CustomerFit {
  /** Digits that are kept: points that are 50 on paper must not miss a cut point of 50. */
  private static final int DIGITS = 6;

  private CustomerFit() {}

  /** One row per customer. */
  public static Dataset<Row> of(Dataset<Row> features, ScorecardSettings settings) {
    Dataset<Row> scored =
        features
            .withColumn(CohortColumns.POINTS.name(), points(features, settings))
            .withColumn(CohortColumns.LIFTS.name(), lifts(features, settings));
    Column level =
        coalesce(
            Level.of(CohortColumns.POINTS.col(), settings.viableFrom(), settings.perfectFrom()),
            lit(Level.UNFIT.word()));
    return scored.select(
        Columns.AS_OF.col(),
        Columns.CUSTOMER_ID.col(),
        CohortColumns.POINTS.col(),
        CohortColumns.FIT_LEVEL.is(level),
        CohortColumns.RANK.is(order()),
        CohortColumns.FIT_GRADE.is(Level.grade(level)),
        CohortColumns.ENGAGEMENT_GRADE.is(engagementGrade()),
        CohortColumns.LIFT_1.is(lift(0)),
        CohortColumns.LIFT_2.is(lift(1)));
  }

  private static Column points(Dataset<Row> features, ScorecardSettings settings) {
    Column points = total(features, settings, level -> Level.points(level));
    Column possible = total(features, settings, level -> when(level.isNotNull(), lit(1.0)));
    Column mean = round(points.divide(possible), DIGITS);
    return CohortColumns.POINTS.is(when(possible.gt(0), mean));
  }

  /**
   * The sum over criteria of weight by what each level is worth; unmeasured criteria add nothing.
   */
  private static Column total(
      Dataset<Row> features, ScorecardSettings settings, Function<Column, Column> worth) {
    return settings.criteria().stream()
        .map(
            criterion ->
                coalesce(worth.apply(level(features, criterion)), lit(0.0))
                    .multiply(criterion.weight()))
        .reduce(lit(0.0), Column::plus);
  }

  private static Column level(Dataset<Row> features, Criterion criterion) {
    Column value = features.col(criterion.feature()).cast("double");
    return Level.of(value, criterion.viableFrom(), criterion.perfectFrom());
  }

  /**
   * The criteria that could still rise, the one whose next level adds most points first; among
   * equal ones the nearest to its next cut point, in units of the span between the two.
   */
  private static Column lifts(Dataset<Row> features, ScorecardSettings settings) {
    Column[] open =
        settings.criteria().stream()
            .map(criterion -> open(features, criterion))
            .toArray(Column[]::new);
    return sort_array(array_compact(array(open)));
  }

  private static Column open(Dataset<Row> features, Criterion criterion) {
    Column value = features.col(criterion.feature()).cast("double");
    Column level = level(features, criterion);
    Column next =
        when(level.equalTo(Level.UNFIT.word()), lit(criterion.viableFrom()))
            .otherwise(lit(criterion.perfectFrom()));
    double span = Math.max(Math.abs(criterion.perfectFrom() - criterion.viableFrom()), 1e-9);
    boolean leapsToPerfect = criterion.viableFrom() == criterion.perfectFrom();
    double gain = leapsToPerfect ? 2 * criterion.weight() : criterion.weight();
    Column candidate =
        struct(
            lit(-gain).as("gain"),
            abs(next.minus(value)).divide(span).as("gap"),
            lit(criterion.name()).as("name"));
    return when(level.notEqual(Level.PERFECT.word()), candidate);
  }

  private static Column lift(int place) {
    return get(CohortColumns.LIFTS.col(), lit(place)).getField("name");
  }

  private static Column order() {
    return row_number()
        .over(
            Window.orderBy(
                CohortColumns.POINTS.col().desc_nulls_last(),
                FeatureColumns.NET_SALES_LIFETIME.col().desc(),
                Columns.CUSTOMER_ID.col()));
  }

  /**
   * Thirds of the customers by days since they last bought or did anything, the latest first;
   * customers with the same number of days share the middle of their places.
   */
  private static Column engagementGrade() {
    Column idle =
        least(
            FeatureColumns.DAYS_SINCE_LAST_ORDER.col(), FeatureColumns.DAYS_SINCE_LAST_EVENT.col());
    WindowSpec latestFirst = Window.orderBy(idle.asc());
    Column everyone = count(lit(1)).over(Window.partitionBy());
    Column before = rank().over(latestFirst).minus(1);
    Column upTo = count(lit(1)).over(latestFirst);
    Column place = before.plus(upTo).divide(everyone.multiply(2));
    return when(place.leq(1.0 / 3), lit("1")).when(place.leq(2.0 / 3), lit("2")).otherwise("3");
  }
}
