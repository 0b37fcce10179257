package dev.dangol.job.features;

import dev.dangol.features.likelihoods.CustomerLikelihoods;
import dev.dangol.features.likelihoods.CustomerLikelihoods.LikelihoodResults;
import dev.dangol.features.likelihoods.LikelihoodInputs;
import dev.dangol.features.likelihoods.LikelihoodModel;
import dev.dangol.features.measure.MappedColumns;
import dev.dangol.job.JobContext;
import dev.dangol.probability.CalibrationBucket;
import dev.dangol.store.Lake;
import dev.dangol.store.ScratchTables;
import dev.dangol.table.Field;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.LikelihoodColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes the likelihoods of customers, and how true those of an earlier day came. */
public final class LikelihoodTables {
  private LikelihoodTables() {}

  /** The rows of {@code customer_likelihoods} of any day; nothing is published. */
  public static Dataset<Row> customers(
      JobContext day, DayFeatures measured, ScratchTables scratch) {
    return estimate(day, measured, scratch).customers();
  }

  /** Writes both tables of the day; returns why measures could not be computed. */
  static Map<String, String> write(JobContext day, DayFeatures measured, ScratchTables scratch) {
    Lake lake = day.lake();
    LikelihoodResults results = estimate(day, measured, scratch);
    lake.replaceDay(LikelihoodColumns.TABLE, results.customers(), day.asOf());
    lake.replaceDay(
        LikelihoodColumns.CALIBRATION,
        lake.of(LikelihoodColumns.CALIBRATION, calibration(day, results)),
        day.asOf());
    Map<String, String> reasons = new TreeMap<>();
    results
        .reasons()
        .forEach(
            (likelihood, why) ->
                reasons.put(LikelihoodColumns.TABLE.name() + "." + likelihood.name(), why));
    if (results.models().isEmpty()) {
      reasons.put(
          LikelihoodColumns.CALIBRATION.name(),
          "None of the likelihoods of customer_likelihoods could be learned.");
    }
    return reasons;
  }

  private static LikelihoodResults estimate(
      JobContext day, DayFeatures measured, ScratchTables scratch) {
    return CustomerLikelihoods.of(day.asOf(), day.settings().likelihoods(), scratch)
        .estimate(
            new LikelihoodInputs(
                measured.inputs(), measured.clean(), MappedColumns.of(day.settings())));
  }

  private static List<Row> calibration(JobContext day, LikelihoodResults results) {
    List<Row> rows = new ArrayList<>();
    results
        .models()
        .forEach(
            (likelihood, model) ->
                model.buckets().forEach(bucket -> rows.add(row(day, likelihood, model, bucket))));
    return rows;
  }

  private static Row row(
      JobContext day, Field likelihood, LikelihoodModel model, CalibrationBucket bucket) {
    return RowWriter.of(LikelihoodColumns.CALIBRATION)
        .set(SharedColumns.AS_OF, day.asOf())
        .set(LikelihoodColumns.LIKELIHOOD, likelihood.name())
        .set(LikelihoodColumns.BUCKET, bucket.number())
        .set(LikelihoodColumns.PREDICTED, bucket.predicted())
        .set(LikelihoodColumns.OBSERVED, bucket.observed())
        .set(LikelihoodColumns.CUSTOMERS, bucket.people())
        .set(LikelihoodColumns.CALIBRATION_ERROR, model.error())
        .set(
            LikelihoodColumns.CUTOFF, day.asOf().minusDays(day.settings().likelihoods().spanDays()))
        .set(LikelihoodColumns.RECALIBRATED, model.trial().corrected())
        .row();
  }
}
