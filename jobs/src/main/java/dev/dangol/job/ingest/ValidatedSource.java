package dev.dangol.job.ingest;

import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import dev.dangol.config.SourceSettings;
import dev.dangol.ingest.quality.SourceProfile;
import dev.dangol.store.JobJournal;
import dev.dangol.store.RowCounters;
import dev.dangol.table.AsOf;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.RowReader;
import dev.dangol.table.RunColumns;
import dev.dangol.table.sources.Source;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** A source whose rows are validated, and how many of them came to what. */
final class ValidatedSource {
  private static final String READ = "read";
  private static final String REJECTED = "rejected";
  private static final String FUTURE = "future";
  private static final String WAITING = "waiting";
  private static final String UNDECIDED = "undecided";

  private final SourceProfile profile;
  private final boolean asksWhere;
  private final Dataset<Row> validated;
  private Map<String, Object> facts = Map.of();
  private Map<String, Object> found = Map.of();
  private long used;

  private ValidatedSource(SourceProfile profile, boolean asksWhere, Dataset<Row> validated) {
    this.profile = profile;
    this.asksWhere = asksWhere;
    this.validated = validated;
  }

  /**
   * A source with its rows.
   *
   * @param validated every row with the reason for which it is rejected
   */
  static ValidatedSource of(IngestTools tools, Source source, Dataset<Row> validated) {
    SourceSettings settings = tools.settingsOf(source);
    return new ValidatedSource(
        new SourceProfile(source, settings.columns().keySet()),
        settings.where().isPresent(),
        validated);
  }

  /** The rows that are not rejected, repeated ones among them. */
  static Dataset<Row> accepted(Dataset<Row> validated) {
    return validated.where(IngestColumns.FAULT.col().isNull());
  }

  Source source() {
    return profile.source();
  }

  /** Every row with the reason for which it is rejected. */
  Dataset<Row> validatedRows() {
    return validated;
  }

  /** The rows that are not rejected, repeated ones among them. */
  Dataset<Row> acceptedRows() {
    return accepted(validated);
  }

  /**
   * Writes the clean table, and counts the rows on the way.
   *
   * @param cleaning how validated rows become those of the clean table
   */
  void write(CleanTableWriter writer, UnaryOperator<Dataset<Row>> cleaning) {
    RowCounters before = new RowCounters();
    RowCounters after = new RowCounters();
    Dataset<Row> clean = cleaning.apply(before.on(validated, rows(), others()));
    List<Column> measures = profile.measures();
    Column[] more = measures.subList(1, measures.size()).toArray(Column[]::new);
    used = writer.replace(source(), after.on(clean, measures.get(0), more));
    facts = before.values();
    found = used == 0 ? Map.of() : after.values();
  }

  /** The same, with its rows counted although none is written. */
  ValidatedSource count() {
    facts = RowCounters.of(validated, rows(), others());
    return this;
  }

  private static Column rows() {
    return count_if(not(IngestColumns.isUndecided())).as(READ);
  }

  private Column[] others() {
    Column rejected = IngestColumns.isRejected();
    Column future = rejected.and(IngestColumns.FUTURE.col());
    return new Column[] {
      count_if(rejected).as(REJECTED),
      count_if(IngestColumns.isUndecided()).as(UNDECIDED),
      count_if(future).as(FUTURE),
      count_if(waits()).as(WAITING)
    };
  }

  private Column waits() {
    return source().time().map(IngestColumns::waits).orElse(lit(false));
  }

  /**
   * Notes rows by fate: those read are the sum of used, quarantined and duplicate. Rows about which
   * {@code where} is undecided are apart.
   */
  void note(JobJournal journal) {
    String name = source().name();
    journal.noteCount(name + ".read", readCount());
    journal.noteCount(name + ".used", used);
    journal.noteCount(name + ".quarantined", rejectedCount());
    journal.noteCount(name + ".duplicate", duplicates());
    undecidedCount().ifPresent(rows -> journal.noteCount(name + ".undecided", rows));
    if (!source().keepsRawRows()) {
      journal.noteNewRows(name, readCount());
    }
  }

  /** The three commonest reasons for which rows are rejected, with the number of rows. */
  String commonestReasons() {
    return validated
        .where(IngestColumns.isRejected())
        .groupBy(IngestColumns.FAULT.col())
        .agg(RunColumns.ROWS_IN.is(functions.count(lit(1))))
        .orderBy(RunColumns.ROWS_IN.col().desc(), IngestColumns.FAULT.col())
        .limit(3)
        .collectAsList()
        .stream()
        .map(row -> describe(new RowReader(row)))
        .collect(Collectors.joining(", "));
  }

  private static String describe(RowReader reason) {
    return String.format(
        "%s (%,d)",
        reason.text(IngestColumns.FAULT).orElseThrow(), reason.count(RunColumns.ROWS_IN));
  }

  /** The measurements of the rows that are used, by the name of their check. */
  Map<String, Double> measurements(AsOf asOf) {
    return profile.values(found, asOf);
  }

  long readCount() {
    return count(READ);
  }

  long rejectedCount() {
    return count(REJECTED);
  }

  /** Rows that are rejected for lying in the future and for nothing else. */
  long waitingCount() {
    return count(WAITING);
  }

  /** Rows for which the source's {@code where} is neither true nor false; empty without one. */
  OptionalLong undecidedCount() {
    return asksWhere ? OptionalLong.of(count(UNDECIDED)) : OptionalLong.empty();
  }

  /** Rows that repeat an event of another row. */
  long duplicates() {
    return readCount() - rejectedCount() - used;
  }

  /**
   * Share of rows rejected, 0 to 1. Rows that lie in the future are left out of it: they can change
   * nothing about the day described.
   */
  double rejectedShare() {
    long past = readCount() - count(FUTURE);
    return past == 0 ? 0 : (double) (rejectedCount() - count(FUTURE)) / past;
  }

  private long count(String name) {
    return facts.get(name) instanceof Number number ? number.longValue() : 0;
  }
}
