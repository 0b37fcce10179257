package dev.dangol.job;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.to_date;

import dev.dangol.config.Settings;
import dev.dangol.config.SourceSettings;
import dev.dangol.ingest.CleanRows;
import dev.dangol.ingest.Mapping;
import dev.dangol.ingest.Rules;
import dev.dangol.problem.BrokenSource;
import dev.dangol.problem.MissingInput;
import dev.dangol.store.Lake;
import dev.dangol.store.RawReader;
import dev.dangol.store.SparkFailures;
import dev.dangol.table.AsOf;
import dev.dangol.table.Columns;
import dev.dangol.table.Contacts;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.Purchases;
import dev.dangol.table.RunColumns;
import dev.dangol.table.Source;
import dev.dangol.table.Sources;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

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
  private final Map<Source, Intake> intakes = new LinkedHashMap<>();
  private final Map<Source, Long> fresh = new LinkedHashMap<>();

  /**
   * An ingest of everything configured.
   *
   * @param rules what a row must hold to be used
   */
  public Ingest(Lake lake, Settings settings, RawReader reader, Rules rules) {
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
  public LocalDate run(Runner.Choice choice) {
    land(choice);
    LocalDate day = day();
    AsOf asOf = new AsOf(day, settings.timeZone(), settings.ingest().known());
    intakes.forEach((source, intake) -> explaining(source, of -> clean(intake, asOf)));
    lake.replaceDay(RunColumns.QUARANTINE, rejected(day), day);
    lake.replaceDay(RunColumns.QUALITY_CHECKS, checks(day), day);
    return day;
  }

  /** Rows by source and fate; read is the sum of used, quarantined and duplicate. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    intakes.forEach(
        (source, intake) -> {
          String name = source.name();
          counts.put(name + ".new", fresh.getOrDefault(source, intake.read()));
          counts.put(name + ".read", intake.read());
          counts.put(name + ".used", intake.used());
          counts.put(name + ".quarantined", intake.rejected());
          counts.put(name + ".duplicate", intake.duplicates());
        });
    return counts;
  }

  /** Rows read in all. */
  public long rowsRead() {
    return intakes.keySet().stream()
        .mapToLong(source -> fresh.getOrDefault(source, intakes.get(source).read()))
        .sum();
  }

  private void land(Runner.Choice choice) {
    Landing landing = new Landing(lake, reader, settings, rules, choice);
    for (Source source : Sources.ALL) {
      if (settings.has(source.name())) {
        explaining(source, of -> intakes.put(of, new Intake(of, judged(of, landing))));
      }
    }
    landing.keep();
  }

  private Dataset<Row> judged(Source source, Landing landing) {
    if (source.lands()) {
      fresh.put(source, landing.take(source));
      return rules.inTime(source, lake.read(source.landed()));
    }
    SourceSettings configured = settings.sources().get(source.name());
    Mapping mapping = new Mapping(source, configured, RawReader.MALFORMED);
    return rules.judged(source, mapping.canonical(reader.read(source.name(), configured)));
  }

  private void clean(Intake intake, AsOf asOf) {
    Source source = intake.source();
    intake.write(lake, judged -> CleanRows.clean(source, CleanRows.accepted(source, judged, asOf)));
    stopOnTooManyRejected(intake);
    SourceSettings configured = settings.sources().get(source.name());
    if (Contacts.DIRECT_IDENTIFIERS.stream().anyMatch(field -> configured.maps(field.name()))) {
      Dataset<Row> unique = CleanRows.accepted(source, intake.judged(), asOf);
      lake.replaceAll(Contacts.TABLE, CleanRows.contacts(unique));
    }
  }

  private void stopOnTooManyRejected(Intake intake) {
    double allowed = allowed(intake.source());
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
              intake.commonestReasons(),
              intake.source().name()));
    }
  }

  private double allowed(Source source) {
    return settings
        .sources()
        .get(source.name())
        .options()
        .maxRejectedShare()
        .orElse(settings.quality().maxRejectedShare());
  }

  private LocalDate day() {
    Dataset<Row> purchases = intakes.get(Sources.PURCHASES).judged();
    var bought = to_date(Purchases.PURCHASED_AT.col());
    Row days =
        purchases
            .where(IngestColumns.FAULT.col().isNull())
            .agg(Columns.AS_OF.is(min(bought)), Columns.AS_OF.is(max(bought)))
            .head();
    if (days.isNullAt(0)) {
      throw new MissingInput(
          "The source purchases has no row to use, so there is no customer to describe. Check"
              + " sources.purchases.path and where, or run again once the data is there.");
    }
    LocalDate first = days.getDate(0).toLocalDate();
    LocalDate asOf = settings.asOf().orElse(days.getDate(1).toLocalDate());
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
    return intakes.values().stream()
        .filter(intake -> intake.rejected() > 0)
        .map(intake -> CleanRows.rejected(intake.source(), intake.judged(), asOf))
        .reduce(Dataset::union)
        .orElseGet(() -> lake.of(RunColumns.QUARANTINE, List.of()));
  }

  private Dataset<Row> checks(LocalDate asOf) {
    List<Row> checks = new ArrayList<>();
    for (Intake intake : intakes.values()) {
      String name = intake.source().name();
      double bound = allowed(intake.source());
      Date day = Date.valueOf(asOf);
      checks.add(
          RowFactory.create(day, name + ".rejected_share", intake.rejectedShare(), bound, true));
      checks.add(RowFactory.create(day, name + ".rows_read", (double) intake.read(), null, true));
      checks.add(
          RowFactory.create(day, name + ".duplicates", (double) intake.duplicates(), null, true));
    }
    return lake.of(RunColumns.QUALITY_CHECKS, checks);
  }

  private void explaining(Source source, Consumer<Source> work) {
    String place = settings.sources().get(source.name()).origin();
    SparkFailures.explaining(
        "sources." + source.name() + " (" + place + ")",
        () -> {
          work.accept(source);
          return source;
        });
  }
}
