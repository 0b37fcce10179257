package dev.dangol.job.ingest;

import dev.dangol.config.Settings;
import dev.dangol.ingest.CleanRows;
import dev.dangol.ingest.CurrencyConversion;
import dev.dangol.ingest.RefundMatching;
import dev.dangol.ingest.identity.ContactRows;
import dev.dangol.ingest.identity.CustomerRenames;
import dev.dangol.ingest.identity.KnownVisitors;
import dev.dangol.table.AsOf;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Cleans validated rows into those of the clean tables. Events are deduplicated, refunds get their
 * orders, amounts one currency, and customers one id.
 *
 * @param asOf the day described
 * @param rates accepted exchange rates; empty where the source is not configured
 * @param renames the ids that belong to a customer of another id; empty where there are none
 */
record DayCleaning(
    Settings settings, AsOf asOf, Optional<Dataset<Row>> rates, Optional<Dataset<Row>> renames) {

  /** The rows of the source's clean table. */
  Dataset<Row> clean(Source source, Dataset<Row> judged) {
    Dataset<Row> unique = CleanRows.accept(source, judged, asOf);
    Dataset<Row> named =
        renames.map(known -> CustomerRenames.apply(source, unique, known)).orElse(unique);
    Dataset<Row> paid = source.equals(Sources.PURCHASES) ? withRefunds(named) : named;
    return CleanRows.clean(source, knowsVisitors(source) ? attributeVisitors(paid) : paid);
  }

  /** One row per customer, of all their records. */
  Dataset<Row> contacts(Dataset<Row> accepted, Dataset<Row> noRenames) {
    return ContactRows.of(accepted, renames.orElse(noRenames), asOf);
  }

  /** Refunds are matched by the amounts that were paid, before these are converted. */
  private Dataset<Row> withRefunds(Dataset<Row> unique) {
    Dataset<Row> matched =
        new RefundMatching(settings.currency(), settings.ingest().refundDays()).match(unique);
    return rates
        .map(known -> new CurrencyConversion(settings.currency()).convert(matched, known))
        .orElse(matched);
  }

  private boolean knowsVisitors(Source source) {
    return source.equals(Sources.ENGAGEMENT)
        && settings.sources().get(source.name()).maps(EngagementSource.VISITOR_ID.name())
        && settings.sources().get(source.name()).maps(EngagementSource.KNOWN_CUSTOMER_ID.name());
  }

  private Dataset<Row> attributeVisitors(Dataset<Row> events) {
    return KnownVisitors.attribute(events, settings.identity());
  }
}
