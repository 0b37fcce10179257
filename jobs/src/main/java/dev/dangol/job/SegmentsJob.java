package dev.dangol.job;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import dev.dangol.config.SegmentSettings;
import dev.dangol.segments.CustomerSegmentation;
import dev.dangol.segments.PreviousTables;
import dev.dangol.store.Lake;
import dev.dangol.table.RowReader;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.SegmentColumns;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Clusters customers into segments and assigns every customer to one. */
public final class SegmentsJob implements Job {
  private static final String NAME = "segments";
  private static final String PREFIX = SegmentColumns.SEGMENTS.name() + ".";
  private static final String DRIFT = "segments.drift";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<String> after() {
    return Optional.of("features");
  }

  @Override
  public boolean readsCleanRows() {
    return false;
  }

  @Override
  public void run(JobContext day) {
    Lake lake = day.lake();
    SegmentSettings settings = day.settings().segments();
    Dataset<Row> features = day.features();
    CustomerSegmentation found = CustomerSegmentation.of(features, settings, past(day), day.asOf());
    ParallelTasks.all(
        () -> lake.replaceDay(SegmentColumns.SEGMENTS, found.segments(), day.asOf()),
        () -> lake.replaceDay(SegmentColumns.CUSTOMER_SEGMENTS, found.customers(), day.asOf()),
        () -> lake.replaceDay(SegmentColumns.SEGMENT_SEARCH, found.search(), day.asOf()),
        () -> replaceHistory(day, found.history()),
        () -> note(day, found));
  }

  private static void replaceHistory(JobContext day, CustomerSegmentation.SegmentHistory history) {
    Lake lake = day.lake();
    lake.replaceDay(SegmentColumns.SEGMENT_FLOWS, history.flows(), day.asOf());
    lake.replaceDay(SegmentColumns.SEGMENT_MODELS, history.models(), day.asOf());
    lake.replaceDay(SegmentColumns.SEGMENT_DRIFT, history.drift(), day.asOf());
  }

  /** The tables of earlier days, and of no later one; empty where there are none. */
  private static Optional<PreviousTables> past(JobContext day) {
    Dataset<Row> earlier =
        day.lake()
            .read(SegmentColumns.SEGMENTS)
            .where(SharedColumns.AS_OF.col().lt(day.asOf().column()));
    Column newest = SharedColumns.AS_OF.is(max(SharedColumns.AS_OF.col()));
    return new RowReader(earlier.agg(newest).head())
        .day(SharedColumns.AS_OF)
        .map(date -> day.asOf().on(date))
        .map(
            last ->
                new PreviousTables(
                    earlier,
                    day.lake().readDay(SegmentColumns.CUSTOMER_SEGMENTS, last),
                    day.lake().readDay(SegmentColumns.SEGMENT_MODELS, last)));
  }

  /** Writes the features that could not be measured, and the drift between segments. */
  private static void note(JobContext day, CustomerSegmentation found) {
    Map<String, String> measures = new TreeMap<>();
    found.leftOut().forEach((feature, reason) -> measures.put(PREFIX + feature, reason));
    NotMeasuredRows.replace(day, NAME, measures);
    Dataset<Row> drift = checkDrift(day, found.history().drift());
    day.lake().replaceDayOf(RunColumns.QUALITY_CHECKS, drift, day.asOf(), NAME);
  }

  private static Dataset<Row> checkDrift(JobContext day, Dataset<Row> drift) {
    Column index = SegmentColumns.STABILITY_INDEX.col();
    double alarm = day.settings().segments().keeping().driftAlarm();
    return drift
        .groupBy(SharedColumns.AS_OF.col())
        .agg(RunColumns.CHECK_VALUE.is(max(index)))
        .select(
            SharedColumns.AS_OF.col(),
            SharedColumns.OWNING_JOB.is(lit(NAME)),
            RunColumns.CHECK.is(lit(DRIFT)),
            RunColumns.CHECK_VALUE.col(),
            RunColumns.BOUND.is(lit(alarm)),
            RunColumns.PASSED.is(RunColumns.CHECK_VALUE.col().leq(alarm)));
  }
}
