package dev.dangol.cohorts.leads;

import static org.apache.spark.sql.functions.round;

import dev.dangol.probability.CalibrationTrial;
import dev.dangol.probability.CalibrationTrial.TrialResult;
import dev.dangol.table.RowReader;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.LookalikeColumns;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Calibration test: compares predicted probabilities with observed first orders, and corrects them
 * where needed, as {@link CalibrationTrial} does. All people are tried where their rows are, in one
 * Spark job.
 */
@RunsSparkJobs
final class ProbabilityCalibration {
  /** More digits differ by the order in which sums are added up. */
  static final int DIGITS = 9;

  private ProbabilityCalibration() {}

  /** Figures of a trial; the area under the curve is NaN where it is not known. */
  private record TrialFigures(TrialResult result, double auc) implements Serializable {}

  /**
   * Tests the model and scores the prospects. Starts a Spark job.
   *
   * @param tested people with their outcomes, log-odds and halves, few enough for memory
   * @param prospects people with their log-odds
   */
  static FirstOrderModel of(Dataset<Row> tested, Dataset<Row> prospects) {
    TrialFigures figures =
        tested
            .repartition(1)
            .sortWithinPartitions(SharedColumns.CUSTOMER_ID.col())
            .toJavaRDD()
            .mapPartitions(ProbabilityCalibration::figures)
            .collect()
            .get(0);
    TrialResult result = figures.result();
    return new FirstOrderModel(
        prospects.select(
            SharedColumns.CUSTOMER_ID.col(),
            LookalikeColumns.P_FIRST_ORDER.is(
                round(result.scaling().probability(LookalikeColumns.MARGIN.col()), DIGITS))),
        result.buckets(),
        RowReader.finite(figures.auc()),
        result.corrected());
  }

  private static Iterator<TrialFigures> figures(Iterator<Row> people) {
    List<RowReader> rows = new ArrayList<>();
    people.forEachRemaining(row -> rows.add(new RowReader(row)));
    double[] margins = new double[rows.size()];
    double[] outcomes = new double[rows.size()];
    boolean[] first = new boolean[rows.size()];
    for (int i = 0; i < margins.length; i++) {
      RowReader cells = rows.get(i);
      margins[i] = cells.number(LookalikeColumns.MARGIN).orElse(0);
      outcomes[i] = cells.number(LookalikeColumns.ORDERED).orElse(0);
      first[i] = cells.number(LookalikeColumns.HALF).orElse(0) == 0;
    }
    CalibrationTrial trial = new CalibrationTrial(margins, outcomes, first);
    OptionalDouble auc = trial.auc();
    return List.of(new TrialFigures(trial.result(), auc.orElse(Double.NaN))).iterator();
  }
}
