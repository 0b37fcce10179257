package dev.dangol.cohorts.leads;

import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.zip_with;

import dev.dangol.config.LookalikeSettings;
import dev.dangol.privacy.KeyedHash;
import dev.dangol.probability.ObservationDays;
import dev.dangol.table.AsOf;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.LookalikeColumns;
import dev.dangol.table.results.ProspectVector;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Trains the first-order model: a logistic regression with a ridge penalty. It learns from people
 * of an earlier day and is tested on people of a later one, by their outcomes; that same model
 * scores the people of today, so nothing is published that was not tested.
 *
 * <p>The same people give the same model, in whatever order they come: they are sorted by id in two
 * partitions, whose sums are the same whichever is done first. Of more than {@link #MOST} people
 * that many are drawn by a hash of their ids.
 */
@RunsSparkJobs
public final class FirstOrderTraining {
  /** More people make no difference to a few hundred effects. */
  static final int MOST = 200_000;

  private static final int PARTITIONS = 2;
  private static final double TOLERANCE = 1e-10;
  private static final int ITERATIONS = 500;

  private FirstOrderTraining() {}

  /**
   * Evidence of the people of the three days.
   *
   * @param rows as {@link ProspectEvidence} gives them
   * @param testers how many people test the model
   */
  record DatedEvidence(Dataset<Row> rows, ObservationDays days, long testers) {}

  /**
   * The model of the people of the earliest day; starts Spark jobs.
   *
   * @param evidence of the people of the three days, as {@link ProspectEvidence} gives it; both
   *     outcomes must occur among those who teach
   * @param people how many teach
   */
  static LogisticRegressionModel train(
      Dataset<Row> evidence, ObservationDays days, LookalikeSettings how, long people) {
    return regression(how.penalty()).fit(settle(draw(of(evidence, days.taught()), people)));
  }

  /**
   * The model tested on the people of the later day and applied to those of today; starts Spark
   * jobs.
   *
   * @param aside sets rows aside that are read several times
   */
  static FirstOrderModel test(
      LogisticRegressionModel model, DatedEvidence evidence, UnaryOperator<Dataset<Row>> aside) {
    ObservationDays days = evidence.days();
    Column later = LookalikeColumns.CUT.col().gt(days.taught().column());
    Dataset<Row> judged = aside.apply(margins(model, evidence.rows().where(later)));
    return ProbabilityCalibration.of(
        draw(of(judged, days.tested()), evidence.testers()), of(judged, days.described()));
  }

  /** A regression with every option set; its penalty counts measures in their own spread. */
  static LogisticRegression regression(double penalty) {
    return new LogisticRegression()
        .setFamily("binomial")
        .setFeaturesCol(ProspectVector.FEATURES.name())
        .setLabelCol(LookalikeColumns.ORDERED.name())
        .setRegParam(penalty)
        .setTol(TOLERANCE)
        .setMaxIter(ITERATIONS);
  }

  /** The same people in the same order, however they were partitioned. */
  static Dataset<Row> settle(Dataset<Row> people) {
    return people
        .repartition(PARTITIONS, SharedColumns.CUSTOMER_ID.col())
        .sortWithinPartitions(SharedColumns.CUSTOMER_ID.col());
  }

  private static Dataset<Row> of(Dataset<Row> rows, AsOf cut) {
    return rows.where(LookalikeColumns.CUT.col().equalTo(cut.column()));
  }

  private static Dataset<Row> draw(Dataset<Row> all, long people) {
    return people <= MOST
        ? all
        : all.where(
            KeyedHash.of(SharedColumns.CUSTOMER_ID.col(), "teachers").lt((double) MOST / people));
  }

  /**
   * The log-odds of people, computed here because a fitted model that scores rows takes the whole
   * session with it.
   */
  private static Dataset<Row> margins(LogisticRegressionModel model, Dataset<Row> evidence) {
    Column effects =
        array(
            Arrays.stream(model.coefficients().toArray())
                .mapToObj(functions::lit)
                .toArray(Column[]::new));
    Column parts =
        zip_with(
            vector_to_array(ProspectVector.FEATURES.col(), "float64"), effects, Column::multiply);
    Column chance = KeyedHash.of(SharedColumns.CUSTOMER_ID.col(), "halves");
    return evidence.select(
        LookalikeColumns.CUT.col(),
        SharedColumns.CUSTOMER_ID.col(),
        LookalikeColumns.ORDERED.col(),
        LookalikeColumns.MARGIN.is(aggregate(parts, lit(model.intercept()), Column::plus)),
        LookalikeColumns.HALF.is(when(chance.lt(0.5), lit(0)).otherwise(lit(1))));
  }
}
