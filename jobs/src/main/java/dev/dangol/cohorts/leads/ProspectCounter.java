package dev.dangol.cohorts.leads;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.table.AsOf;
import dev.dangol.table.RowReader;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.results.LookalikeColumns;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts prospects by day, and the terms of their records. */
@RunsSparkJobs
public final class ProspectCounter {
  private ProspectCounter() {}

  /**
   * Prospects of a day, counted.
   *
   * @param people how many there were
   * @param ordered how many of them ordered within the horizon
   */
  public record ProspectCounts(long people, long ordered) {
    static final ProspectCounts NOBODY = new ProspectCounts(0, 0);

    /** Those who did not order. */
    public long idle() {
      return people - ordered;
    }
  }

  /** Counts by day; days without a prospect are missing. Starts a Spark job. */
  public static Map<LocalDate, ProspectCounts> of(Dataset<Row> prospects) {
    return prospects
        .groupBy(LookalikeColumns.CUT.col())
        .agg(
            LookalikeColumns.PEOPLE.is(count(lit(1))),
            LookalikeColumns.ORDERED.is(sum(LookalikeColumns.ORDERED.col())))
        .collectAsList()
        .stream()
        .map(RowReader::new)
        .collect(
            Collectors.toMap(
                cells -> cells.day(LookalikeColumns.CUT).orElseThrow(),
                cells ->
                    new ProspectCounts(
                        cells.count(LookalikeColumns.PEOPLE),
                        (long) cells.number(LookalikeColumns.ORDERED).orElse(0))));
  }

  /**
   * The terms that enough of the prospects of a day have, the most frequent first, then by letters.
   * Starts a Spark job.
   */
  public static List<String> terms(Dataset<Row> prospects, AsOf cut, int least, int most) {
    return prospects
        .where(LookalikeColumns.CUT.col().equalTo(cut.column()))
        .select(explode(LookalikeColumns.TERMS.col()).as(LookalikeColumns.TERM.name()))
        .groupBy(LookalikeColumns.TERM.col())
        .agg(LookalikeColumns.PEOPLE.is(count(lit(1))))
        .where(LookalikeColumns.PEOPLE.col().geq(least))
        .orderBy(LookalikeColumns.PEOPLE.col().desc(), LookalikeColumns.TERM.col().asc())
        .limit(most)
        .collectAsList()
        .stream()
        .map(row -> new RowReader(row).text(LookalikeColumns.TERM).orElseThrow())
        .toList();
  }
}
