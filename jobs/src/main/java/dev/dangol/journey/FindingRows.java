package dev.dangol.journey;

import dev.dangol.table.AsOf;
import dev.dangol.table.RowWriter;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.JourneyColumns;
import dev.dangol.table.results.JourneyFindingColumns;
import dev.dangol.table.results.JourneyFlowColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * Rows of errors on journeys, of what goes with passing, and of time against a band.
 *
 * @param statistics of all journeys of the day
 */
public record FindingRows(JourneyStatistics statistics, AsOf asOf) {
  private static final double MINUTES_A_DAY = 1440;
  private static final int TREND_DAYS = 30;

  /** The rows of {@code journey_errors}. */
  public List<Row> errors() {
    List<Row> rows = new ArrayList<>();
    for (GoalRule goal : statistics.rules().goals()) {
      statistics
          .tally()
          .counts(goal.place(), TallyKind.ERROR)
          .forEach(
              (key, n) ->
                  rows.add(
                      RowWriter.of(JourneyFindingColumns.ERRORS)
                          .set(SharedColumns.AS_OF, asOf)
                          .set(JourneyColumns.GOAL, goal.name())
                          .set(JourneyFindingColumns.ERROR, key.name())
                          .set(JourneyFindingColumns.MET, n[0])
                          .set(JourneyFindingColumns.REPAIRED, n[1])
                          .set(JourneyFindingColumns.PASSED_REPAIRED, n[2])
                          .set(JourneyFindingColumns.PASSED_OPEN, n[3])
                          .row()));
    }
    return rows;
  }

  /** The rows of {@code journey_drivers}. */
  public List<Row> drivers() {
    List<Row> rows = new ArrayList<>();
    for (GoalRule goal : statistics.rules().goals()) {
      Map<TallyKey, long[]> counts = statistics.tally().counts(goal.place(), TallyKind.DRIVER);
      List<DriverComparison> compared = counts.values().stream().map(DriverComparison::of).toList();
      List<Optional<Double>> corrected = DriverComparison.falseDiscoveries(compared);
      int place = 0;
      for (TallyKey key : counts.keySet()) {
        rows.add(driver(goal, key, compared.get(place), corrected.get(place)));
        place++;
      }
    }
    return rows;
  }

  private Row driver(
      GoalRule goal, TallyKey key, DriverComparison compared, Optional<Double> corrected) {
    return RowWriter.of(JourneyFindingColumns.DRIVERS)
        .set(SharedColumns.AS_OF, asOf)
        .set(JourneyColumns.GOAL, goal.name())
        .set(JourneyFlowColumns.FROM_STAGE, statistics.rules().stages().get(key.stage()))
        .set(JourneyFindingColumns.DRIVER, key.name())
        .set(JourneyFindingColumns.WITH_DRIVER, compared.with())
        .set(JourneyFindingColumns.WITHOUT_DRIVER, compared.without())
        .set(JourneyFindingColumns.PASSED_WITH, compared.passedWith())
        .set(JourneyFindingColumns.PASSED_WITHOUT, compared.passedWithout())
        .set(JourneyFindingColumns.DIFFERENCE, compared.difference())
        .set(JourneyFindingColumns.LOW, compared.low())
        .set(JourneyFindingColumns.HIGH, compared.high())
        .set(JourneyFindingColumns.Q_VALUE, corrected)
        .row();
  }

  /** The rows of {@code journey_bands}. */
  public List<Row> bands() {
    List<Row> rows = new ArrayList<>();
    for (GoalRule goal : statistics.rules().goals()) {
      statistics
          .tally()
          .counts(goal.place(), TallyKind.BAND)
          .forEach((key, n) -> rows.add(band(goal, key.name(), n)));
    }
    return rows;
  }

  private Row band(GoalRule goal, String name, long[] n) {
    boolean isBanded =
        statistics.rules().bands().stream()
            .anyMatch(band -> band.name().equals(name) && !Double.isNaN(band.from()));
    DurationQuantiles times =
        statistics.durations().get(DurationColumns.productClass(goal.place(), name));
    return RowWriter.of(JourneyFindingColumns.BANDS)
        .set(SharedColumns.AS_OF, asOf)
        .set(JourneyColumns.GOAL, goal.name())
        .set(JourneyFindingColumns.PRODUCT_CLASS, name)
        .set(JourneyFindingColumns.DECIDED, n[0])
        .set(JourneyFindingColumns.WITHIN_SHARE, isBanded ? (Double) ((double) n[1] / n[0]) : null)
        .set(JourneyFindingColumns.MEDIAN_DAYS, times.median())
        .set(JourneyFindingColumns.TREND, trend(n))
        .row();
  }

  /** Least squares over days before the end, turned so that later decisions count up. */
  private static Double trend(long[] n) {
    double count = n[0];
    double spread = count * n[4] - (double) n[2] * n[2];
    double shared = count * n[5] - (double) n[2] * n[3];
    return spread == 0 ? null : (Double) (-shared / spread * TREND_DAYS / MINUTES_A_DAY);
  }
}
