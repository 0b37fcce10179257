package dev.dangol.cohorts.scorecard;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.ScorecardSettings;
import dev.dangol.table.Field;
import dev.dangol.table.FitLevel;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.ValueColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Fit of each customer to the ideal, over all criteria: points, score, level and rank. Points are
 * the mean of the criteria's points by weight, over those that were measured. A customer who is
 * unfit on a required criterion is unfit; a criterion that was not measured makes no customer
 * unfit. {@link FitScore} tells apart who has the same points. The grade of engagement is separate.
 */
@RunsSparkJobs
public final class CustomerFit {
  /** Digits that are kept: points that are 50 on paper must not miss a cut point of 50. */
  private static final int DIGITS = 6;

  private static final List<Column> KEY =
      List.of(SharedColumns.AS_OF.col(), SharedColumns.CUSTOMER_ID.col());

  private CustomerFit() {}

  /** One row per customer. Starts a Spark job, to find the cut points of the day. */
  public static Dataset<Row> of(Dataset<Row> customers, ScorecardSettings settings) {
    return of(customers, ScorecardFitter.of(customers, settings));
  }

  /**
   * One row per customer.
   *
   * @param customers one row per customer, with all their attributes
   * @param card the scorecard of the day
   */
  public static Dataset<Row> of(Dataset<Row> customers, FittedScorecard card) {
    return of(customers, card, UnaryOperator.identity());
  }

  /**
   * The same, where scores are kept before they are ranked: ranking reads them twice, and would
   * plan them twice, which for a small shop takes longer than all else.
   *
   * @param kept gives the same rows, computed
   */
  public static Dataset<Row> of(
      Dataset<Row> customers, FittedScorecard card, UnaryOperator<Dataset<Row>> kept) {
    return ranked(kept.apply(scores(customers, card)), card);
  }

  /** One row per customer with their points, score and level, not yet ranked. */
  private static Dataset<Row> scores(Dataset<Row> customers, FittedScorecard card) {
    List<AppliedCriterion> applied = criteria(card);
    Dataset<Row> scored =
        withLevels(customers, applied)
            .select(
                SharedColumns.AS_OF.col(),
                SharedColumns.CUSTOMER_ID.col(),
                ValueColumns.EXPECTED_NET_SALES.col(),
                ScorecardFitter.IDLE.col(),
                CohortColumns.POINTS.is(points(applied)),
                CohortColumns.FIT_SCORE.is(score(applied, card)),
                CohortColumns.VETOED_BY.is(vetoedBy(applied)),
                lifts(applied).as(CohortColumns.LIFTS.name()));
    Column level = CohortColumns.FIT_LEVEL.is(level(card));
    return scored.withColumn(CohortColumns.FIT_LEVEL.name(), level);
  }

  /** One row per customer, with their rank. */
  private static Dataset<Row> ranked(Dataset<Row> scored, FittedScorecard card) {
    return FitRanking.rank(scored)
        .select(
            SharedColumns.AS_OF.col(),
            SharedColumns.CUSTOMER_ID.col(),
            CohortColumns.POINTS.col(),
            CohortColumns.FIT_SCORE.col(),
            CohortColumns.FIT_LEVEL.col(),
            CohortColumns.VETOED_BY.col(),
            CohortColumns.RANK.col(),
            CohortColumns.FIT_GRADE.is(FitLevel.grade(CohortColumns.FIT_LEVEL.col())),
            CohortColumns.ENGAGEMENT_GRADE.is(engagementGrade(card)),
            CohortColumns.LIFT_1.is(lift(0)),
            CohortColumns.LIFT_2.is(lift(1)));
  }

  /**
   * The customers with their value and level on each criterion. Each is a column of its own, so
   * that what is made from it is planned and computed once.
   */
  private static Dataset<Row> withLevels(Dataset<Row> customers, List<AppliedCriterion> applied) {
    List<Column> values = new ArrayList<>(KEY);
    values.addAll(FitScore.worth());
    values.add(ScorecardFitter.IDLE.is(ScorecardFitter.idle()));
    applied.forEach(one -> values.add(one.value().is(one.bar().value())));
    List<Column> levels = new ArrayList<>(KEY);
    FitScore.WORTH.forEach(field -> levels.add(field.col()));
    levels.add(ScorecardFitter.IDLE.col());
    applied.forEach(one -> levels.add(one.value().col()));
    applied.forEach(one -> levels.add(one.level().is(one.bar().level(one.value().col()))));
    return customers.select(values.toArray(Column[]::new)).select(levels.toArray(Column[]::new));
  }

  private static List<AppliedCriterion> criteria(FittedScorecard card) {
    return IntStream.range(0, card.bars().size())
        .mapToObj(
            place ->
                new AppliedCriterion(
                    card.bars().get(place),
                    Field.number("_value_" + place, "The value on the criterion."),
                    Field.text("_level_" + place, "The level on the criterion.")))
        .toList();
  }

  /** A criterion with the columns of the customers' value and level on it. */
  private record AppliedCriterion(CutPoints bar, Field value, Field level) {
    Column unfit() {
      return level.col().equalTo(FitLevel.UNFIT.word());
    }
  }

  private static Column level(FittedScorecard card) {
    Column byPoints =
        FitLevel.of(CohortColumns.POINTS.col(), card.viableFrom(), card.perfectFrom());
    return when(CohortColumns.VETOED_BY.col().isNotNull(), lit(FitLevel.UNFIT.word()))
        .otherwise(coalesce(byPoints, lit(FitLevel.UNFIT.word())));
  }

  private static Column score(List<AppliedCriterion> applied, FittedScorecard card) {
    List<FitScore.ScorePart> places =
        applied.stream()
            .map(
                one ->
                    new FitScore.ScorePart(
                        one.bar().place(one.value().col(), card.standing()),
                        one.bar().criterion().weight()))
            .toList();
    return FitScore.of(places, card.standing());
  }

  private static Column points(List<AppliedCriterion> applied) {
    Column points = total(applied, level -> FitLevel.points(level));
    Column possible = total(applied, level -> when(level.isNotNull(), lit(1.0)));
    Column mean = round(points.divide(possible), DIGITS);
    return when(possible.gt(0), mean);
  }

  /**
   * The sum over criteria of weight by what each level is worth; unmeasured criteria add nothing.
   */
  private static Column total(List<AppliedCriterion> applied, Function<Column, Column> worth) {
    return applied.stream()
        .map(
            one ->
                coalesce(worth.apply(one.level().col()), lit(0.0))
                    .multiply(one.bar().criterion().weight()))
        .reduce(lit(0.0), Column::plus);
  }

  private static Column vetoedBy(List<AppliedCriterion> applied) {
    List<Column> vetoes =
        applied.stream()
            .filter(one -> one.bar().criterion().required())
            .map(one -> when(one.unfit(), lit(one.bar().criterion().name())))
            .toList();
    return coalesce(
        Stream.concat(vetoes.stream(), Stream.of(lit(null).cast("string"))).toArray(Column[]::new));
  }

  /**
   * The criteria that could still rise: those that make the customer unfit first, then the one
   * whose next level adds most points; among equal ones the nearest to its next cut point, in units
   * of the span between the two, then by name.
   */
  private static Column lifts(List<AppliedCriterion> applied) {
    Column[] open = applied.stream().map(CustomerFit::open).toArray(Column[]::new);
    return functions.transform(
        sort_array(array_compact(array(open))), lift -> lift.getField("name"));
  }

  private static Column open(AppliedCriterion applied) {
    CutPoints bar = applied.bar();
    Column gain = bar.gain(applied.level().col());
    Column stops = bar.criterion().required() ? applied.unfit() : lit(false);
    Column candidate =
        struct(
            when(stops, lit(0)).otherwise(lit(1)).as("order"),
            gain.multiply(-1.0).as("gain"),
            bar.gap(applied.value().col(), applied.level().col()).as("gap"),
            lit(bar.criterion().name()).as("name"));
    return when(gain.isNotNull(), candidate);
  }

  private static Column lift(int place) {
    return get(CohortColumns.LIFTS.col(), lit(place));
  }

  /**
   * Thirds of the customers by recency, that is days since they last bought or did anything, the
   * latest first; customers with the same number of days share the middle of their ranks.
   */
  private static Column engagementGrade(FittedScorecard card) {
    Column place = card.standing().midRank(ScorecardFitter.IDLE);
    return when(place.leq(1.0 / 3), lit("1"))
        .when(place.leq(2.0 / 3), lit("2"))
        .when(place.isNotNull(), lit("3"));
  }
}
