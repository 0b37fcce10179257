package dev.dangol.job.ingest;

import dev.dangol.config.Settings;
import dev.dangol.config.SourceSettings;
import dev.dangol.ingest.CleanRows;
import dev.dangol.ingest.CurrencyConversion;
import dev.dangol.ingest.RefundMatching;
import dev.dangol.ingest.identity.ContactRows;
import dev.dangol.ingest.identity.CustomerRenames;
import dev.dangol.ingest.identity.KnownVisitors;
import dev.dangol.job.ParallelTasks;
import dev.dangol.store.Lake;
import dev.dangol.table.AsOf;
import dev.dangol.table.RunColumns;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.table.sources.CustomerSource;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Cleaning of a day: the loaded rows that can be used become clean tables. Rows are validated
 * together (in time, not erased, in one currency), customers of many keys are identified, and each
 * accepted row is cleaned (once each, by its customer's id, refunds with their orders, amounts in
 * one currency).
 */
final class DayCleaning {
  private final IngestTools tools;
  private final AsOf asOf;
  private final CustomerIdentification identification;
  private final Map<Source, ValidatedSource> sources = new LinkedHashMap<>();
  private Optional<Dataset<Row>> renames = Optional.empty();

  DayCleaning(IngestTools tools, AsOf asOf) {
    this.tools = tools;
    this.asOf = asOf;
    this.identification =
        new CustomerIdentification(tools.lake(), tools.settings().identity(), asOf);
  }

  /** Loaded rows, validated together with others: in time → not erased → in one currency. */
  void validate() {
    Map<Source, Dataset<Row>> present = new ConcurrentHashMap<>();
    ParallelTasks.each(
        tools.sources(),
        source -> tools.explaining(source, () -> present.put(source, withoutErased(source))));
    for (Source source : tools.sources()) {
      sources.put(source, ValidatedSource.of(tools, source, present.get(source)));
    }
    sources.computeIfPresent(
        Sources.PURCHASES,
        (source, purchases) ->
            ValidatedSource.of(
                tools, source, tools.inOneCurrency(purchases.validatedRows(), rates())));
  }

  private Dataset<Row> withoutErased(Source source) {
    Dataset<Row> loaded = new SourceLoad(tools, source).rows();
    Dataset<Row> inTime = CleanRows.showFuture(source, tools.rules().inTime(source, loaded, asOf));
    // Also of what landed before they were erased: a run that died may have brought it back.
    Dataset<Row> present = tools.withoutErased(source, inTime);
    return source.keepsRawRows() ? present : keep(source, inTime, present);
  }

  /** Caches a source that is read whole, and notes how many rows of erased customers it had. */
  private Dataset<Row> keep(Source source, Dataset<Row> all, Dataset<Row> present) {
    Dataset<Row> kept = present.persist();
    tools.noteErased(source, tools.erased().isPresent() ? all.count() - kept.count() : 0);
    return kept;
  }

  /** Whose each key is, from the accepted rows of all sources. */
  void identify() {
    Map<Source, Dataset<Row>> accepted = new LinkedHashMap<>();
    sources.forEach((source, validated) -> accepted.put(source, validated.acceptedRows()));
    identification.write(accepted);
    // Nothing to rename is the usual case, and saves every source a join.
    renames = Optional.of(identification.renames()).filter(known -> !known.isEmpty());
  }

  /** The clean table of each source; stops where too much of one was rejected. */
  void writeClean() {
    ParallelTasks.each(sources.keySet(), source -> tools.explaining(source, () -> write(source)));
  }

  private void write(Source source) {
    ValidatedSource validated = sources.get(source);
    validated.write(tools.cleanTables(), rows -> clean(source, rows));
    tools.checks().stopOnTooManyRejected(validated);
  }

  /** Accepted rows, cleaned: once each → by customer → refunds matched → converted → attributed. */
  private Dataset<Row> clean(Source source, Dataset<Row> validated) {
    Dataset<Row> unique = CleanRows.accept(source, validated, asOf);
    Dataset<Row> named =
        renames.map(known -> CustomerRenames.apply(source, unique, known)).orElse(unique);
    Dataset<Row> converted = source.equals(Sources.PURCHASES) ? convert(named) : named;
    Dataset<Row> attributed =
        knowsVisitors(source)
            ? KnownVisitors.attribute(converted, tools.settings().identity())
            : converted;
    return CleanRows.clean(source, attributed);
  }

  /** Refunds are matched by what was paid, before it is converted. */
  private Dataset<Row> convert(Dataset<Row> purchases) {
    Settings settings = tools.settings();
    Dataset<Row> matched =
        new RefundMatching(settings.currency(), settings.ingest().refundDays()).match(purchases);
    return rates()
        .map(known -> new CurrencyConversion(settings.currency()).convert(matched, known))
        .orElse(matched);
  }

  /** Writes contact details and consent, one row of all records of each customer. */
  void writeContacts() {
    ValidatedSource customers = sources.get(Sources.CUSTOMERS);
    if (customers != null && hasContacts(tools.settingsOf(Sources.CUSTOMERS))) {
      tools
          .lake()
          .replaceAll(
              CustomerContacts.TABLE,
              ContactRows.of(customers.acceptedRows(), identification.renames(), asOf));
    }
  }

  private static boolean hasContacts(SourceSettings customers) {
    return CustomerContacts.DIRECT_IDENTIFIERS.stream()
            .anyMatch(field -> customers.maps(field.name()))
        || CustomerContacts.movesFrom(
            customers.columns().getOrDefault(CustomerSource.ATTRIBUTES.name(), ""));
  }

  /** Writes the rejected rows of the day, each with its reason. */
  void writeQuarantine() {
    Dataset<Row> rejected =
        sources.values().stream()
            .filter(validated -> validated.rejectedCount() > 0)
            .map(validated -> CleanRows.reject(validated.source(), validated.validatedRows(), asOf))
            .reduce(Dataset::union)
            .orElseGet(() -> tools.lake().none(RunColumns.QUARANTINE));
    tools.lake().replaceDay(RunColumns.QUARANTINE, rejected, asOf);
  }

  /** Writes the quality checks of the day; stops where a source changed too much. */
  void writeChecks() {
    Lake lake = tools.lake();
    Map<String, Double> leftApart =
        Map.of(
            "identity.components_left_apart", (double) identification.leftApart().components(),
            "identity.keys_left_apart", (double) identification.leftApart().keys());
    List<Row> checks = tools.checks().rows(asOf, sources.values(), leftApart);
    Dataset<Row> rows = lake.of(RunColumns.QUALITY_CHECKS, checks);
    lake.replaceDayOf(RunColumns.QUALITY_CHECKS, rows, asOf, IngestJob.NAME);
  }

  /** Notes rows by source and fate: those read are the sum of used, quarantined and duplicate. */
  void noteCounts() {
    sources.values().forEach(validated -> validated.note(tools.lake().journal()));
  }

  /** Lets go of what was kept while the day was cleaned. */
  void release() {
    sources.values().forEach(validated -> validated.validatedRows().unpersist());
  }

  private Optional<Dataset<Row>> rates() {
    return Optional.ofNullable(sources.get(Sources.RATES)).map(ValidatedSource::acceptedRows);
  }

  private boolean knowsVisitors(Source source) {
    return source.equals(Sources.ENGAGEMENT)
        && tools.settingsOf(source).maps(EngagementSource.VISITOR_ID.name())
        && tools.settingsOf(source).maps(EngagementSource.KNOWN_CUSTOMER_ID.name());
  }
}
