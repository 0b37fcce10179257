package dev.dangol.job;

import dev.dangol.config.Settings;
import dev.dangol.ingest.Erased;
import dev.dangol.ingest.Mapping;
import dev.dangol.ingest.Rules;
import dev.dangol.problem.BrokenSource;
import dev.dangol.problem.MissingInput;
import dev.dangol.store.ErasureList;
import dev.dangol.store.Lake;
import dev.dangol.store.RawReader;
import dev.dangol.store.SparkFailures;
import dev.dangol.table.Contacts;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.RunColumns;
import dev.dangol.table.Source;
import dev.dangol.table.Sources;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;

/**
 * The front door: every configured source into its clean table, and what cannot be used into
 * quarantine. It is the one job that may have to find out which day is described.
 */
public final class Ingest {
  /** Its name as a command and in the ledger. */
  public static final String NAME = "ingest";

  private final Lake lake;
  private final Settings settings;
  private final RawReader reader;
  private final Rules rules;
  private final List<Intake> intakes = new ArrayList<>();

  /**
   * An ingest of everything configured.
   *
   * @param future the moment from which a row lies in the future
   */
  public Ingest(Lake lake, Settings settings, RawReader reader, Instant future) {
    this.lake = lake;
    this.settings = settings;
    this.reader = reader;
    this.rules = new Rules(settings.quality(), settings.currency(), future);
  }

  /**
   * Takes in every source.
   *
   * @return the day that is described: the configured one, else the newest with a purchase
   * @throws BrokenSource where too many rows of a source are rejected
   * @throws MissingInput where there is no purchase by the day
   */
  public LocalDate run() {
    for (Source source : Sources.ALL) {
      if (settings.has(source.name())) {
        take(source);
      }
    }
    LocalDate asOf = day(intakes.get(0));
    lake.replaceDay(RunColumns.QUARANTINE, rejected(asOf), asOf);
    lake.replaceDay(RunColumns.QUALITY_CHECKS, checks(asOf), asOf);
    return asOf;
  }

  /** Rows by source and fate; read is the sum of the others. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    for (Intake intake : intakes) {
      String name = intake.source().name();
      counts.put(name + ".read", intake.read());
      counts.put(name + ".used", intake.used());
      counts.put(name + ".quarantined", intake.rejected());
      counts.put(name + ".duplicate", intake.duplicates());
      counts.put(name + ".erased", intake.erased());
    }
    return counts;
  }

  /** Rows read in all. */
  public long rowsRead() {
    return intakes.stream().mapToLong(Intake::read).sum();
  }

  private void take(Source source) {
    var configured = settings.sources().get(source.name());
    Mapping mapping = new Mapping(source, configured, RawReader.MALFORMED);
    Dataset<Row> canonical = mapping.canonical(reader.read(source.name(), configured));
    Dataset<Row> judged = rules.judged(source, canonical);
    Intake intake = new Intake(source, judged, withoutErased(source, judged));
    intakes.add(intake);
    String where = "sources." + source.name() + " (" + configured.origin() + ")";
    SparkFailures.explaining(
        where,
        () -> {
          intake.write(lake);
          stopOnTooManyRejected(intake);
          if (Contacts.DIRECT_IDENTIFIERS.stream().anyMatch(f -> configured.maps(f.name()))) {
            intake.writeContacts(lake);
          }
          return intake;
        });
  }

  private Dataset<Row> withoutErased(Source source, Dataset<Row> judged) {
    ErasureList list = ErasureList.of(lake);
    return list.salt()
        .map(salt -> new Erased(list.rows(), salt).without(source, judged))
        .orElse(judged);
  }

  private void stopOnTooManyRejected(Intake intake) {
    double allowed = settings.quality().maxRejectedShare();
    if (intake.rejectedShare() > allowed) {
      throw new BrokenSource(
          String.format(
              "The source %s has %,d rows of %,d rejected, more than the share of %s allowed by"
                  + " quality.max-rejected-share: %s. Nothing was published. Mend the data or the"
                  + " mapping, leave such rows out with sources.%s.where, or raise the bound.",
              intake.source().name(),
              intake.rejected(),
              intake.read(),
              allowed,
              commonestReasons(intake),
              intake.source().name()));
    }
  }

  private static String commonestReasons(Intake intake) {
    var count = functions.count(functions.lit(1));
    return intake
        .judged()
        .where(IngestColumns.FAULT.col().isNotNull())
        .groupBy(IngestColumns.FAULT.col())
        .agg(RunColumns.ROWS_IN.is(count))
        .orderBy(RunColumns.ROWS_IN.col().desc(), IngestColumns.FAULT.col())
        .limit(3)
        .collectAsList()
        .stream()
        .map(row -> String.format("%s (%,d)", row.getString(0), row.getLong(1)))
        .collect(Collectors.joining(", "));
  }

  private LocalDate day(Intake purchases) {
    if (purchases.oldest().isEmpty()) {
      throw new MissingInput(
          "The source purchases has no row to use, so there is no customer to describe. Check"
              + " sources.purchases.path and where, or run again once the data is there.");
    }
    LocalDate first = purchases.oldest().get();
    LocalDate asOf = settings.asOf().or(purchases::newest).orElseThrow();
    if (asOf.isBefore(first)) {
      throw new MissingInput(
          "There is no purchase on or before "
              + asOf
              + ": the first is on "
              + first
              + ". Choose a later day with --as-of.");
    }
    return asOf;
  }

  private Dataset<Row> rejected(LocalDate asOf) {
    return intakes.stream()
        .filter(intake -> intake.rejected() > 0)
        .map(intake -> intake.rejectedRows(asOf))
        .reduce(Dataset::union)
        .orElseGet(() -> lake.of(RunColumns.QUARANTINE, List.of()));
  }

  private Dataset<Row> checks(LocalDate asOf) {
    List<Row> checks = new ArrayList<>();
    double bound = settings.quality().maxRejectedShare();
    for (Intake intake : intakes) {
      String name = intake.source().name();
      Date day = Date.valueOf(asOf);
      checks.add(
          RowFactory.create(day, name + ".rejected_share", intake.rejectedShare(), bound, true));
      checks.add(RowFactory.create(day, name + ".rows_read", (double) intake.read(), null, true));
      checks.add(
          RowFactory.create(day, name + ".duplicates", (double) intake.duplicates(), null, true));
    }
    return lake.of(RunColumns.QUALITY_CHECKS, checks);
  }
}
