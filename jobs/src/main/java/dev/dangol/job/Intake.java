package dev.dangol.job;

import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import dev.dangol.store.Lake;
import dev.dangol.store.Tally;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.RunColumns;
import dev.dangol.table.Source;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** One source on its way in: judged rows, and what became of them. */
final class Intake {
  private static final String READ = "read";
  private static final String REJECTED = "rejected";
  private static final String FUTURE = "future";

  private final Source source;
  private final Dataset<Row> judged;
  private Map<String, Object> facts = Map.of();
  private long used;

  Intake(Source source, Dataset<Row> judged) {
    this.source = source;
    this.judged = judged;
  }

  Source source() {
    return source;
  }

  /** Every row with the reason for which it is rejected. */
  Dataset<Row> judged() {
    return judged;
  }

  /**
   * Writes the clean table, and counts what went by on the way.
   *
   * @param cleaning how judged rows become those of the clean table
   */
  void write(Lake lake, UnaryOperator<Dataset<Row>> cleaning) {
    Tally tally = new Tally();
    Dataset<Row> counted = tally.on(judged, functions.count(lit(1)).as(READ), others());
    lake.replaceAll(source.clean(), cleaning.apply(counted));
    used = lake.journal().rows().get(source.clean().name());
    facts = used == 0 ? looked() : tally.values();
  }

  private static Column[] others() {
    Column fault = IngestColumns.FAULT.col();
    Column future = fault.isNotNull().and(IngestColumns.FUTURE.col());
    return new Column[] {functions.count(fault).as(REJECTED), count_if(future).as(FUTURE)};
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

  /** The three commonest reasons for which rows are rejected, with the number of rows. */
  String commonestReasons() {
    return judged
        .where(IngestColumns.FAULT.col().isNotNull())
        .groupBy(IngestColumns.FAULT.col())
        .agg(RunColumns.ROWS_IN.is(functions.count(lit(1))))
        .orderBy(RunColumns.ROWS_IN.col().desc(), IngestColumns.FAULT.col())
        .limit(3)
        .collectAsList()
        .stream()
        .map(row -> String.format("%s (%,d)", row.getString(0), row.getLong(1)))
        .collect(Collectors.joining(", "));
  }

  long read() {
    return count(READ);
  }

  long rejected() {
    return count(REJECTED);
  }

  long used() {
    return used;
  }

  /** Rows that repeat an event which another row tells. */
  long duplicates() {
    return read() - rejected() - used;
  }

  /**
   * Share of rows rejected, 0 to 1. Rows that lie in the future are left out of it: they can change
   * nothing about the day described.
   */
  double rejectedShare() {
    long past = read() - count(FUTURE);
    return past == 0 ? 0 : (double) (rejected() - count(FUTURE)) / past;
  }

  private long count(String name) {
    return facts.get(name) instanceof Number number ? number.longValue() : 0;
  }
}
