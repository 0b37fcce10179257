package dev.dangol.job.cohorts;

import dev.dangol.contacts.affinity.AffinityVerdicts;
import dev.dangol.job.JobContext;
import dev.dangol.job.contacts.MissingSources;
import dev.dangol.store.Lake;
import dev.dangol.table.results.AffinityColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.PreferenceColumns;
import dev.dangol.table.results.SegmentColumns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes what works and what fails for everyone, each segment and each cohort of a day. */
final class AffinityTables {
  private AffinityTables() {}

  /** Runs once the cohorts of the day are written; returns why nothing could be measured. */
  static Map<String, String> write(JobContext day) {
    Lake lake = day.lake();
    Optional<String> unknown = MissingSources.unknownResponses(day.settings());
    List<Row> rows = unknown.isPresent() ? List.of() : rows(day);
    lake.replaceDay(AffinityColumns.TABLE, lake.of(AffinityColumns.TABLE, rows), day.asOf());
    String why =
        unknown.orElse("The job contacts has not run for the day, or no message was sent by then.");
    return rows.isEmpty() ? Map.of(AffinityColumns.TABLE.name(), why) : Map.of();
  }

  private static List<Row> rows(JobContext day) {
    Lake lake = day.lake();
    Dataset<Row> preferences = lake.readDay(PreferenceColumns.TABLE, day.asOf());
    return new AffinityVerdicts(
            day.settings().contacts().affinities(),
            day.settings().profiles().minCount(),
            day.asOf())
        .rows(
            preferences,
            lake.readDay(SegmentColumns.CUSTOMER_SEGMENTS, day.asOf()),
            lake.readDay(CohortColumns.COHORT_DAYS, day.asOf()));
  }
}
