package dev.dangol.job.contacts;

import dev.dangol.contacts.ContactFacts;
import dev.dangol.job.Job;
import dev.dangol.job.JobContext;
import dev.dangol.job.NotMeasuredRows;
import dev.dangol.job.ParallelTasks;
import dev.dangol.job.ingest.IngestJob;
import dev.dangol.store.ScratchTables;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Measures contact with customers: replies, relevance of messages, needs, suppressions. */
public final class ContactsJob implements Job {
  /** Its name as a command and in the ledger. */
  public static final String NAME = "contacts";

  /** The sources that facts are made of. */
  public static final List<Source> READ =
      List.of(Sources.PURCHASES, Sources.MESSAGES, Sources.SUPPORT, Sources.ENGAGEMENT);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<String> after() {
    return Optional.of(IngestJob.NAME);
  }

  @Override
  public void run(JobContext day) {
    Map<String, String> reasons = new ConcurrentSkipListMap<>();
    try (ScratchTables scratch = day.lake().scratch()) {
      Optional<Dataset<Row>> facts =
          ContactFacts.of(day.clean(READ), day.settings().contacts(), day.asOf()).map(scratch);
      ParallelTasks.all(
          () -> reasons.putAll(ReplyTables.write(day, facts)),
          () -> {
            reasons.putAll(MessageTables.write(day, facts));
            SuppressionTables.write(day);
          },
          () -> reasons.putAll(ServiceTables.write(day, facts)));
    }
    NotMeasuredRows.replace(day, NAME, reasons);
  }
}
