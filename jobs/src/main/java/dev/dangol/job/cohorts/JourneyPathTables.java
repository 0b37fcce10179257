package dev.dangol.job.cohorts;

import dev.dangol.cohorts.CustomerAttributes;
import dev.dangol.config.JourneyGoal;
import dev.dangol.config.JourneySettings;
import dev.dangol.job.JobContext;
import dev.dangol.job.journey.UnmeasuredJourneys;
import dev.dangol.journey.CohortPaths;
import dev.dangol.store.Lake;
import dev.dangol.table.RowReader;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.JourneyColumns;
import dev.dangol.table.results.JourneyPathColumns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes the path that most members of each cohort of a day took to the main goal. */
final class JourneyPathTables {
  private static final String TABLE = JourneyPathColumns.TABLE.name();

  private final JobContext day;
  private List<Row> rows = List.of();

  JourneyPathTables(JobContext day) {
    this.day = day;
  }

  /** Runs once the cohorts of the day are written; returns why paths could not be found. */
  Map<String, String> write() {
    Lake lake = day.lake();
    Optional<String> unknown = new UnmeasuredJourneys(day.settings()).reason();
    rows = unknown.isPresent() ? List.of() : found();
    lake.replaceDay(JourneyPathColumns.TABLE, lake.of(JourneyPathColumns.TABLE, rows), day.asOf());
    if (rows.isEmpty()) {
      String why =
          "The job journey has not run for the day, or no journey of a cohort's members was decided"
              + " after a touch.";
      return Map.of(TABLE, unknown.orElse(why));
    }
    return withoutPath(day, rows);
  }

  /** The rows that were written. */
  List<Row> rows() {
    return rows;
  }

  private List<Row> found() {
    Lake lake = day.lake();
    JourneySettings settings = day.settings().journey();
    Dataset<Row> journeys =
        CustomerAttributes.conform(
            lake.readDay(JourneyColumns.TABLE, day.asOf()), JourneyColumns.TABLE);
    String goal = settings.mainGoal().map(JourneyGoal::name).orElseThrow();
    return new CohortPaths(settings.stages(), goal, day.asOf())
        .of(journeys, lake.readDay(CohortColumns.COHORT_DAYS, day.asOf()))
        .collectAsList();
  }

  private static Map<String, String> withoutPath(JobContext day, List<Row> rows) {
    Set<String> found =
        rows.stream()
            .map(row -> new RowReader(row).text(SharedColumns.COHORT).orElseThrow())
            .collect(Collectors.toSet());
    Map<String, String> reasons = new TreeMap<>();
    for (String cohort : day.settings().cohorts().keySet()) {
      if (!found.contains(cohort)) {
        reasons.put(
            TABLE + "." + cohort, "No journey of the cohort's members was decided after a touch.");
      }
    }
    return reasons;
  }
}
