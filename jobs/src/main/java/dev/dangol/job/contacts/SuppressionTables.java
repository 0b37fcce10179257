package dev.dangol.job.contacts;

import dev.dangol.cohorts.CustomerAttributes;
import dev.dangol.contacts.ContactSuppressions;
import dev.dangol.contacts.ContactSuppressions.SuppressionInputs;
import dev.dangol.job.JobContext;
import dev.dangol.store.Lake;
import dev.dangol.table.results.ErasureColumns;
import dev.dangol.table.results.RelevanceColumns;
import dev.dangol.table.results.SuppressionColumns;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes who is to be left alone. What was once read in of a source counts, configured or not. */
final class SuppressionTables {
  private SuppressionTables() {}

  /** Writes the table of the day, after that of the risk of spam. */
  static void write(JobContext day) {
    Lake lake = day.lake();
    SuppressionInputs inputs =
        new SuppressionInputs(
            clean(lake, Sources.MESSAGES),
            clean(lake, Sources.ENGAGEMENT),
            CustomerAttributes.conform(lake.read(CustomerContacts.TABLE), CustomerContacts.TABLE),
            lake.read(ErasureColumns.TABLE),
            day.settings().contacts().suppressSpamRisk()
                ? Optional.of(lake.readDay(RelevanceColumns.SPAM_RISK, day.asOf()))
                : Optional.empty());
    lake.replaceDay(
        SuppressionColumns.TABLE, ContactSuppressions.of(inputs, day.asOf()), day.asOf());
  }

  private static Optional<Dataset<Row>> clean(Lake lake, Source source) {
    return lake.exists(source.clean()) ? Optional.of(lake.read(source.clean())) : Optional.empty();
  }
}
