package dev.dangol.cohorts.leads;

import static org.apache.spark.ml.functions.array_to_vector;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dangol.cohorts.leads.FirstOrderModel.ProbabilityDecile;
import dev.dangol.ranks.DistributionCounter;
import dev.dangol.ranks.PercentileRanks;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.LookalikeColumns;
import dev.dangol.table.results.ProspectVector;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Calibration test: compares predicted probabilities with observed first orders, and corrects them
 * where needed. They are corrected where they miss the outcomes by more than chance (5 %): all
 * together, or by Spiegelhalter's test of calibration (Statistics in Medicine 5, 1986). Figures on
 * corrected probabilities are cross-fitted: each half of the people was corrected by the other
 * half, so that no person's own outcome corrects their probability.
 */
@RunsSparkJobs
final class ProbabilityCalibration {
  /** More digits differ by the order in which sums are added up. */
  static final int DIGITS = 9;

  private static final double BEYOND_CHANCE = 1.959964;
  private static final double FAINT = 1e-9;

  private ProbabilityCalibration() {}

  /**
   * Tests the model and scores the prospects. Starts Spark jobs.
   *
   * @param tested people with their outcomes, log-odds and halves
   * @param prospects people with their log-odds
   */
  static FirstOrderModel of(Dataset<Row> tested, Dataset<Row> prospects) {
    boolean corrected = misses(tested);
    PlattScaling used = corrected ? platt(tested) : PlattScaling.AS_IS;
    Column margin = LookalikeColumns.MARGIN.col();
    Column honest = corrected ? cross(tested) : used.probability(margin);
    Dataset<Row> judged =
        tested.select(LookalikeColumns.ORDERED.col(), LookalikeColumns.P_FIRST_ORDER.is(honest));
    return new FirstOrderModel(
        prospects.select(
            SharedColumns.CUSTOMER_ID.col(),
            LookalikeColumns.P_FIRST_ORDER.is(round(used.probability(margin), DIGITS))),
        tenths(judged),
        auc(tested),
        corrected);
  }

  private static boolean misses(Dataset<Row> tested) {
    Column p = LookalikeColumns.P_FIRST_ORDER.col();
    Column excess = LookalikeColumns.ORDERED.col().minus(p);
    Column variance = p.multiply(lit(1.0).minus(p));
    Column tilt = lit(1.0).minus(p.multiply(2.0));
    Column probability = PlattScaling.AS_IS.probability(LookalikeColumns.MARGIN.col());
    RowReader sums =
        new RowReader(
            tested
                .select(
                    LookalikeColumns.ORDERED.col(), LookalikeColumns.P_FIRST_ORDER.is(probability))
                .agg(
                    LookalikeColumns.EXCESS.is(sum(excess)),
                    LookalikeColumns.EXCESS_VARIANCE.is(sum(variance)),
                    LookalikeColumns.SPREAD.is(sum(excess.multiply(tilt))),
                    LookalikeColumns.SPREAD_VARIANCE.is(
                        sum(variance.multiply(tilt).multiply(tilt))))
                .head());
    return beyond(sums, LookalikeColumns.EXCESS, LookalikeColumns.EXCESS_VARIANCE)
        || beyond(sums, LookalikeColumns.SPREAD, LookalikeColumns.SPREAD_VARIANCE);
  }

  private static boolean beyond(RowReader sums, Field statistic, Field variance) {
    double error = Math.sqrt(sums.number(variance).orElse(0));
    return Math.abs(sums.number(statistic).orElse(0)) > BEYOND_CHANCE * error;
  }

  private static Column cross(Dataset<Row> tested) {
    Column half = LookalikeColumns.HALF.col();
    Column margin = LookalikeColumns.MARGIN.col();
    PlattScaling first = platt(tested.where(half.equalTo(1)));
    PlattScaling second = platt(tested.where(half.equalTo(0)));
    return when(half.equalTo(0), first.probability(margin)).otherwise(second.probability(margin));
  }

  /** The Platt scaling that fits the people best. */
  private static PlattScaling platt(Dataset<Row> people) {
    RowReader counts =
        new RowReader(
            people
                .agg(
                    LookalikeColumns.PEOPLE.is(count(lit(1))),
                    LookalikeColumns.ORDERED.is(sum(LookalikeColumns.ORDERED.col())))
                .head());
    long all = counts.count(LookalikeColumns.PEOPLE);
    long ordered = (long) counts.number(LookalikeColumns.ORDERED).orElse(0);
    if (ordered == 0 || ordered == all) {
      return PlattScaling.ofAll(all, ordered);
    }
    LogisticRegressionModel model =
        FirstOrderTraining.regression(FAINT)
            .fit(
                FirstOrderTraining.settle(
                    people.withColumn(
                        ProspectVector.FEATURES.name(),
                        array_to_vector(array(LookalikeColumns.MARGIN.col())))));
    double slope = model.coefficients().apply(0);
    return slope > 0
        ? new PlattScaling(model.intercept(), slope)
        : PlattScaling.ofAll(all, ordered);
  }

  private static List<ProbabilityDecile> tenths(Dataset<Row> judged) {
    Field p = LookalikeColumns.P_FIRST_ORDER;
    PercentileRanks standing = DistributionCounter.of(judged, List.of(p));
    Column tenth = least(floor(standing.midRank(p).multiply(10)).plus(1), lit(10));
    return judged
        .groupBy(LookalikeColumns.TENTH.is(tenth))
        .agg(
            LookalikeColumns.PEOPLE.is(count(lit(1))),
            LookalikeColumns.PREDICTED_SHARE.is(round(avg(p.col()), DIGITS)),
            LookalikeColumns.ORDERED_SHARE.is(avg(LookalikeColumns.ORDERED.col())))
        .orderBy(LookalikeColumns.TENTH.col())
        .collectAsList()
        .stream()
        .map(RowReader::new)
        .map(
            cells ->
                new ProbabilityDecile(
                    cells.count(LookalikeColumns.TENTH),
                    cells.count(LookalikeColumns.PEOPLE),
                    cells.number(LookalikeColumns.PREDICTED_SHARE).orElse(0),
                    cells.number(LookalikeColumns.ORDERED_SHARE).orElse(0)))
        .toList();
  }

  /**
   * The area under the ROC curve: the mean rank of those who ordered among those who did not (Mann
   * and Whitney, 1947).
   */
  private static OptionalDouble auc(Dataset<Row> tested) {
    Field margin = LookalikeColumns.MARGIN;
    Column ordered = LookalikeColumns.ORDERED.col();
    PercentileRanks idle =
        DistributionCounter.of(tested.where(ordered.equalTo(0)), List.of(margin));
    if (idle.measuredCount(margin) == 0) {
      return OptionalDouble.empty();
    }
    Row mean =
        tested
            .where(ordered.equalTo(1))
            .agg(LookalikeColumns.AUC.is(round(avg(idle.midRank(margin)), DIGITS)))
            .head();
    return new RowReader(mean).number(LookalikeColumns.AUC);
  }
}
