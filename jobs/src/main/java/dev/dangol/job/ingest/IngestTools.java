package dev.dangol.job.ingest;

import dev.dangol.config.Settings;
import dev.dangol.config.SourceSettings;
import dev.dangol.ingest.ColumnMapping;
import dev.dangol.ingest.CurrencyConversion;
import dev.dangol.ingest.ErasedCustomers;
import dev.dangol.ingest.ValidationRules;
import dev.dangol.store.ErasureList;
import dev.dangol.store.Lake;
import dev.dangol.store.SparkFailures;
import dev.dangol.store.raw.RawReader;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tools that every step of ingest works with.
 *
 * @param reader how raw rows are read
 * @param rules what a row must hold to be used
 * @param erased the customers whose rows are left out; empty where no customer was erased
 */
record IngestTools(
    Lake lake,
    Settings settings,
    RawReader reader,
    ValidationRules rules,
    Optional<ErasedCustomers> erased) {

  static IngestTools of(Lake lake, Settings settings, RawReader reader) {
    ErasureList list = ErasureList.of(lake);
    return new IngestTools(
        lake,
        settings,
        reader,
        new ValidationRules(settings.quality(), settings.currency()),
        list.salt().map(salt -> new ErasedCustomers(list.rows(), salt)));
  }

  /** The sources that are configured, in the order in which they are read. */
  List<Source> sources() {
    return Sources.ALL.stream().filter(source -> settings.has(source.name())).toList();
  }

  SourceSettings settingsOf(Source source) {
    return settings.sources().get(source.name());
  }

  /** The mapping of the source's raw columns to canonical ones. */
  ColumnMapping mapping(Source source) {
    return new ColumnMapping(
        source, settingsOf(source), RawReader.MALFORMED, settings.identity().phoneRegion());
  }

  /** A source's rows without those of customers who were erased. */
  Dataset<Row> withoutErased(Source source, Dataset<Row> rows) {
    return erased.map(list -> list.without(source, rows)).orElse(rows);
  }

  /** Purchases as they were paid; those without a rate to convert them by are given their fault. */
  Dataset<Row> inOneCurrency(Dataset<Row> purchases, Optional<Dataset<Row>> rates) {
    CurrencyConversion conversion = new CurrencyConversion(settings.currency());
    return rates
        .map(known -> conversion.validate(purchases, known))
        .orElseGet(() -> conversion.refuseAll(purchases));
  }

  /** Notes how many rows of a source were left out since their customers were erased. */
  void noteErased(Source source, long rows) {
    lake.journal().noteCount(source.name() + ".erased", rows);
  }

  /** The writer of clean tables. */
  CleanTableWriter cleanTables() {
    return new CleanTableWriter(lake, settings.ingest().buckets(), sources());
  }

  /** The checks of what was read. */
  SourceChecks checks() {
    return new SourceChecks(lake, settings);
  }

  /** Works on a source; a failure that a person can act on says where the source is configured. */
  void explaining(Source source, Runnable work) {
    SparkFailures.explaining(
        "sources." + source.name() + " (" + settingsOf(source).origin() + ")",
        () -> {
          work.run();
          return source;
        });
  }
}
