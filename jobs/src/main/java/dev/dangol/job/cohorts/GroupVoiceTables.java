package dev.dangol.job.cohorts;

import dev.dangol.job.JobContext;
import dev.dangol.store.Lake;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.SegmentColumns;
import dev.dangol.table.results.VoiceColumns;
import dev.dangol.voices.CustomerMarks;
import dev.dangol.voices.GroupVoices;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes what everyone, each segment and each cohort speak of. */
final class GroupVoiceTables {
  private GroupVoiceTables() {}

  /** Runs once the cohorts of the day are written; returns why measures could not be computed. */
  static Map<String, String> write(JobContext day) {
    Lake lake = day.lake();
    Dataset<Row> groups = groups(day);
    List<Row> rows =
        GroupVoices.of(
            lake.readDay(VoiceColumns.CUSTOMER_THEMES, day.asOf()),
            groups,
            day.asOf(),
            day.settings().voices().minCount());
    lake.replaceDay(VoiceColumns.TABLE, lake.of(VoiceColumns.TABLE, rows), day.asOf());
    Map<String, String> reasons = new TreeMap<>();
    String table = VoiceColumns.TABLE.name();
    CustomerMarks.reasons(day.settings())
        .forEach((source, why) -> reasons.put(table + "." + source, why));
    if (rows.isEmpty() && reasons.size() < CustomerMarks.sources().size()) {
      reasons.put(
          table,
          "Texts of too few customers (voices.min-count), or customer_themes has no row of the day:"
              + " run the job contacts.");
    }
    return reasons;
  }

  /** The groups of each customer of the day: everyone, their segment, their cohorts. */
  static Dataset<Row> groups(JobContext day) {
    Lake lake = day.lake();
    return GroupVoices.groups(
        day.features(),
        lake.readDay(SegmentColumns.CUSTOMER_SEGMENTS, day.asOf()),
        lake.readDay(CohortColumns.COHORT_DAYS, day.asOf()));
  }
}
