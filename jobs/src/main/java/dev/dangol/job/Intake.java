package dev.dangol.job;

import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import dev.dangol.ingest.CleanRows;
import dev.dangol.store.Lake;
import dev.dangol.store.Tally;
import dev.dangol.table.Contacts;
import dev.dangol.table.Field;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.Source;
import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** One source on its way in: judged rows, and what became of them. */
final class Intake {
  private static final String READ = "read";
  private static final String REJECTED = "rejected";
  private static final String FUTURE = "future";
  private static final String OLDEST = "oldest";
  private static final String NEWEST = "newest";

  private final Source source;
  private final Dataset<Row> all;
  private final Dataset<Row> judged;
  private Map<String, Object> facts = Map.of();
  private long used;
  private long erased;

  /**
   * Judged rows of a source.
   *
   * @param all its rows
   * @param judged those that are not of customers who were erased
   */
  Intake(Source source, Dataset<Row> all, Dataset<Row> judged) {
    this.source = source;
    this.all = all;
    this.judged = judged;
  }

  Source source() {
    return source;
  }

  /** Writes the clean table, and counts what went by on the way. */
  void write(Lake lake) {
    Tally tally = new Tally();
    Dataset<Row> counted = tally.on(judged, functions.count(lit(1)).as(READ), others());
    lake.replaceAll(source.clean(), CleanRows.accepted(source, counted));
    used = lake.journal().rows().get(source.clean().name());
    facts = used == 0 ? looked() : tally.values();
    erased = all == judged ? 0 : all.count() - count(READ);
  }

  private Column[] others() {
    Column fault = IngestColumns.FAULT.col();
    Column future = fault.isNotNull().and(IngestColumns.FUTURE.col());
    return new Column[] {
      functions.count(fault).as(REJECTED),
      count_if(future).as(FUTURE),
      min(day()).as(OLDEST),
      max(day()).as(NEWEST)
    };
  }

  /** Spark drops what counts on the way where nothing is left to write: then it takes a pass. */
  private Map<String, Object> looked() {
    Row row = judged.agg(functions.count(lit(1)).as(READ), others()).head();
    Map<String, Object> looked = new HashMap<>();
    for (int place = 0; place < row.size(); place++) {
      looked.put(row.schema().fieldNames()[place], row.get(place));
    }
    return looked;
  }

  /** Writes how to reach each customer, from the source of customers. */
  void writeContacts(Lake lake) {
    lake.replaceAll(Contacts.TABLE, CleanRows.contacts(source, judged));
  }

  Dataset<Row> rejectedRows(LocalDate asOf) {
    return CleanRows.rejected(source, judged, asOf);
  }

  /** Judged rows, to be looked at again. */
  Dataset<Row> judged() {
    return judged;
  }

  long read() {
    return count(READ) + erased;
  }

  /** Rows of customers who were erased: they are neither used nor kept as rejected. */
  long erased() {
    return erased;
  }

  long rejected() {
    return count(REJECTED);
  }

  long used() {
    return used;
  }

  /** Rows that repeat an event which another row tells. */
  long duplicates() {
    return count(READ) - rejected() - used;
  }

  /**
   * Share of rows rejected, 0 to 1. Rows that lie in the future are left out of it: they can change
   * nothing about the day described.
   */
  double rejectedShare() {
    long past = read() - count(FUTURE);
    return past == 0 ? 0 : (double) (rejected() - count(FUTURE)) / past;
  }

  Optional<LocalDate> oldest() {
    return date(OLDEST);
  }

  Optional<LocalDate> newest() {
    return date(NEWEST);
  }

  private long count(String name) {
    return facts.get(name) instanceof Number number ? number.longValue() : 0;
  }

  private Optional<LocalDate> date(String name) {
    return Optional.ofNullable((Date) facts.get(name)).map(Date::toLocalDate);
  }

  private Column day() {
    Column accepted = IngestColumns.FAULT.col().isNull();
    return source
        .time()
        .map(Field::col)
        .map(time -> to_date(when(accepted, time)))
        .orElse(lit(null).cast("date"));
  }
}
