package dev.dangol.job.contacts;

import dev.dangol.contacts.ReplyRetention;
import dev.dangol.contacts.ReplyTimes;
import dev.dangol.job.JobContext;
import dev.dangol.store.Lake;
import dev.dangol.table.results.ReplyColumns;
import dev.dangol.table.sources.Sources;
import dev.dangol.table.sources.SupportSource;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes how soon customers were replied to, and who stayed after it. */
final class ReplyTables {
  private ReplyTables() {}

  /** Writes both tables of the day; returns why they could not be measured. */
  static Map<String, String> write(JobContext day, Optional<Dataset<Row>> facts) {
    Lake lake = day.lake();
    Optional<String> missing =
        MissingSources.reason(day.settings(), Sources.SUPPORT, SupportSource.FIRST_REPLY_AT);
    if (facts.isEmpty() || missing.isPresent()) {
      lake.replaceDay(ReplyColumns.TIMES, lake.none(ReplyColumns.TIMES), day.asOf());
      lake.replaceDay(ReplyColumns.RETENTION, lake.none(ReplyColumns.RETENTION), day.asOf());
      String reason = missing.orElseThrow();
      return Map.of(ReplyColumns.TIMES.name(), reason, ReplyColumns.RETENTION.name(), reason);
    }
    lake.replaceDay(ReplyColumns.TIMES, ReplyTimes.of(facts.get(), day.asOf()), day.asOf());
    ReplyRetention retention = new ReplyRetention(day.settings().contacts(), day.asOf());
    lake.replaceDay(
        ReplyColumns.RETENTION,
        lake.of(ReplyColumns.RETENTION, retention.rows(facts.get())),
        day.asOf());
    return Map.of();
  }
}
