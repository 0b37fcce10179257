package dev.dangol.job.evidence;

import dev.dangol.cohorts.CustomerAttributes;
import dev.dangol.evidence.TacticPooling;
import dev.dangol.job.JobContext;
import dev.dangol.store.Lake;
import dev.dangol.table.evidence.TacticColumns;
import dev.dangol.table.results.RelevanceColumns;
import dev.dangol.table.results.UpliftColumns;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Writes which offers, creatives and channels worked, over all campaigns that had them. */
final class TacticTables {
  private TacticTables() {}

  /** Writes the table; returns why nothing could be pooled. */
  static Map<String, String> write(JobContext day) {
    Lake lake = day.lake();
    List<Row> uplift = lake.collect(UpliftColumns.UPLIFT);
    List<Row> rows =
        uplift.isEmpty()
            ? List.of()
            : TacticPooling.rows(
                uplift,
                CustomerAttributes.conform(
                        lake.readDay(RelevanceColumns.MESSAGES, day.asOf()),
                        RelevanceColumns.MESSAGES)
                    .collectAsList(),
                day.asOf());
    lake.replaceDay(TacticColumns.TABLE, lake.of(TacticColumns.TABLE, rows), day.asOf());
    return rows.isEmpty()
        ? Map.of(
            TacticColumns.TABLE.name(),
            "The table uplift has no campaign whose offer, creative or channel is known and whose"
                + " effect has an interval.")
        : Map.of();
  }
}
