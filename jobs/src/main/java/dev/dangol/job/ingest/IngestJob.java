package dev.dangol.job.ingest;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.to_date;

import dev.dangol.config.Settings;
import dev.dangol.config.SourceSettings;
import dev.dangol.ingest.CleanRows;
import dev.dangol.ingest.ColumnMapping;
import dev.dangol.ingest.CurrencyConversion;
import dev.dangol.ingest.ValidationRules;
import dev.dangol.ingest.quality.SourceProfile;
import dev.dangol.job.ParallelTasks;
import dev.dangol.job.RerunPolicy;
import dev.dangol.problem.BrokenSource;
import dev.dangol.problem.MissingInput;
import dev.dangol.store.Lake;
import dev.dangol.store.SparkFailures;
import dev.dangol.store.raw.RawReader;
import dev.dangol.table.AsOf;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.RunColumns;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.CustomerContacts;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The front door: every configured source into its clean table, and what cannot be used into
 * quarantine. It is the one job that may have to find out which day is described.
 */
public final class IngestJob {
  /** Its name as a command and in the ledger. */
  public static final String NAME = "ingest";

  private final Lake lake;
  private final Settings settings;
  private final RawReader reader;
  private final ValidationRules rules;
  private final Map<Source, ValidatedSource> intakes = new LinkedHashMap<>();
  private final Map<Source, Long> fresh = new ConcurrentHashMap<>();
  private final Map<Source, Long> erased = new ConcurrentHashMap<>();

  /**
   * An ingest of everything configured.
   *
   * @param rules what a row must hold to be used
   */
  public IngestJob(Lake lake, Settings settings, RawReader reader, ValidationRules rules) {
    this.lake = lake;
    this.settings = settings;
    this.reader = reader;
    this.rules = rules;
  }

  /**
   * Takes in every source.
   *
   * @param choice whether to read again what has been read
   * @return the day that is described: the configured one, else the newest with a purchase
   * @throws BrokenSource where too many rows of a source are rejected
   * @throws MissingInput where there is no purchase by the day
   */
  public AsOf run(RerunPolicy choice) {
    try {
      land(choice);
      return clean();
    } finally {
      intakes.values().forEach(intake -> intake.validatedRows().unpersist());
    }
  }

  private AsOf clean() {
    SourceChecks checks = new SourceChecks(lake, settings);
    AsOf asOf = day(checks);
    CustomerIdentification identification =
        new CustomerIdentification(lake, settings.identity(), asOf);
    identification.write(acceptAll());
    DayCleaning cleaning = new DayCleaning(settings, asOf, rates(), renames(identification));
    ParallelTasks.each(
        intakes.keySet(),
        source ->
            explaining(
                source,
                of -> {
                  ValidatedSource intake = intakes.get(of);
                  intake.write(lake, judged -> cleaning.clean(of, judged));
                  checks.stopOnTooManyRejected(intake);
                }));
    writeContacts(cleaning, identification);
    lake.replaceDay(RunColumns.QUARANTINE, rejectAll(asOf), asOf);
    List<Row> found = checks.rows(asOf, intakes.values(), leftApart(identification));
    lake.replaceDay(RunColumns.QUALITY_CHECKS, lake.of(RunColumns.QUALITY_CHECKS, found), asOf);
    return asOf;
  }

  /**
   * Rows by source and fate: read is the sum of used, quarantined and duplicate. Of those that are
   * new, rows of customers who were erased are told apart and do not count as read.
   */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    intakes.forEach(
        (source, intake) -> {
          String name = source.name();
          counts.put(name + ".new", fresh.getOrDefault(source, intake.readCount()));
          counts.put(name + ".read", intake.readCount());
          counts.put(name + ".used", intake.usedCount());
          counts.put(name + ".quarantined", intake.rejectedCount());
          counts.put(name + ".duplicate", intake.duplicates());
          counts.put(name + ".erased", erased.getOrDefault(source, 0L));
        });
    return counts;
  }

  /** Rows read in all. */
  public long rowsRead() {
    return intakes.keySet().stream()
        .mapToLong(source -> fresh.getOrDefault(source, intakes.get(source).readCount()))
        .sum();
  }

  private void land(RerunPolicy choice) {
    IncrementalLoad landing = new IncrementalLoad(lake, reader, settings, rules, choice);
    List<Source> configured =
        Sources.ALL.stream().filter(source -> settings.has(source.name())).toList();
    Map<Source, Dataset<Row>> judged = new ConcurrentHashMap<>();
    ParallelTasks.each(
        configured, source -> explaining(source, of -> judged.put(of, validate(of, landing))));
    for (Source source : configured) {
      SourceProfile profile = new SourceProfile(source, settingsOf(source).columns().keySet());
      intakes.put(source, new ValidatedSource(profile, judged.get(source)));
    }
    landing.keep();
    intakes.computeIfPresent(Sources.PURCHASES, (source, intake) -> inOneCurrency(intake));
  }

  private Dataset<Row> validate(Source source, IncrementalLoad landing) {
    if (source.keepsRawRows()) {
      fresh.put(source, landing.take(source));
      erased.put(source, landing.eraseRows(source));
      // Also of what landed before they were erased: a run that died may have brought it back.
      return landing.withoutErased(source, rules.inTime(source, lake.read(source.landedTable())));
    }
    Dataset<Row> raw = reader.read(source.name(), settingsOf(source));
    ColumnMapping mapping = landing.mapping(source);
    Dataset<Row> judged = rules.validate(source, mapping.canonical(raw));
    Dataset<Row> others =
        landing.others(source, mapping.withRawJson(judged, IngestColumns.FAULT.col().isNotNull()));
    erased.put(source, landing.eraseRows(source));
    return others;
  }

  private ValidatedSource inOneCurrency(ValidatedSource purchases) {
    CurrencyConversion exchange = new CurrencyConversion(settings.currency());
    Dataset<Row> rows = purchases.validatedRows();
    return purchases.judgedAnew(
        rates()
            .map(known -> exchange.validate(rows, known))
            .orElseGet(() -> exchange.refuseAll(rows)));
  }

  private Optional<Dataset<Row>> rates() {
    return Optional.ofNullable(intakes.get(Sources.RATES)).map(ValidatedSource::acceptedRows);
  }

  private Map<Source, Dataset<Row>> acceptAll() {
    Map<Source, Dataset<Row>> accepted = new LinkedHashMap<>();
    intakes.forEach((source, intake) -> accepted.put(source, intake.acceptedRows()));
    return accepted;
  }

  /** Nothing to rename is the usual case, and saves every source a join. */
  private static Optional<Dataset<Row>> renames(CustomerIdentification identification) {
    return Optional.of(identification.renames()).filter(renames -> !renames.isEmpty());
  }

  private void writeContacts(DayCleaning cleaning, CustomerIdentification identification) {
    ValidatedSource customers = intakes.get(Sources.CUSTOMERS);
    if (customers != null
        && CustomerContacts.DIRECT_IDENTIFIERS.stream()
            .anyMatch(field -> settingsOf(Sources.CUSTOMERS).maps(field.name()))) {
      lake.replaceAll(
          CustomerContacts.TABLE,
          cleaning.contacts(customers.acceptedRows(), identification.renames()));
    }
  }

  private static Map<String, Double> leftApart(CustomerIdentification identification) {
    return Map.of(
        "identity.components_left_apart", (double) identification.leftApart().components(),
        "identity.keys_left_apart", (double) identification.leftApart().keys());
  }

  private AsOf day(SourceChecks checks) {
    Dataset<Row> purchases = intakes.get(Sources.PURCHASES).validatedRows();
    var bought = to_date(PurchaseSource.PURCHASED_AT.col());
    Row days =
        purchases
            .where(IngestColumns.FAULT.col().isNull())
            .agg(SharedColumns.AS_OF.is(min(bought)), SharedColumns.AS_OF.is(max(bought)))
            .head();
    if (days.isNullAt(0)) {
      checks.stopOnTooManyRejected(intakes.get(Sources.PURCHASES).count());
      throw new MissingInput(
          "The source purchases has no row to use, so there is no customer to describe. Check"
              + " sources.purchases.path and where, or run again once the data is there.");
    }
    LocalDate first = days.getDate(0).toLocalDate();
    AsOf asOf = settings.asOf(settings.asOf().orElse(days.getDate(1).toLocalDate()));
    if (asOf.day().isBefore(first)) {
      throw new MissingInput(
          "There is no purchase on or before "
              + asOf.day()
              + ": the first is on "
              + first
              + ". Choose a later day with --as-of.");
    }
    return asOf;
  }

  private Dataset<Row> rejectAll(AsOf asOf) {
    return intakes.values().stream()
        .filter(intake -> intake.rejectedCount() > 0)
        .map(intake -> CleanRows.reject(intake.source(), intake.validatedRows(), asOf))
        .reduce(Dataset::union)
        .orElseGet(() -> lake.of(RunColumns.QUARANTINE, List.of()));
  }

  private SourceSettings settingsOf(Source source) {
    return settings.sources().get(source.name());
  }

  private void explaining(Source source, Consumer<Source> work) {
    String place = settingsOf(source).origin();
    SparkFailures.explaining(
        "sources." + source.name() + " (" + place + ")",
        () -> {
          work.accept(source);
          return source;
        });
  }
}
