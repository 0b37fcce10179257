package dev.dangol.job.ingest;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;

import dev.dangol.problem.MissingInput;
import dev.dangol.table.AsOf;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.RowReader;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * As-of day of a run: the configured one, else the newest day with a purchase that can be used.
 * Where that lies more than a year after the purchase day before it, it is taken for a mistake, and
 * the one before it is described.
 */
record DescribedDay(IngestTools tools) {
  /** A year, in days: a purchase day further from the one before it is taken for a mistake. */
  static final int LONGEST_GAP = 366;

  /**
   * The day, once every source has landed.
   *
   * @throws MissingInput where there is no purchase by the day
   */
  AsOf find() {
    ValidatedSource purchases = ValidatedSource.of(tools, Sources.PURCHASES, purchases());
    List<LocalDate> bought = days(purchases.acceptedRows());
    if (bought.isEmpty()) {
      tools.checks().stopOnTooManyRejected(purchases.count());
      throw new MissingInput(
          "The source purchases has no row to use, so there is no customer to describe. Check"
              + " sources.purchases.path and where, or run again once the data is there.");
    }
    LocalDate day = tools.settings().asOf().orElseGet(() -> newest(bought));
    if (day.isBefore(bought.get(0))) {
      throw new MissingInput(
          "There is no purchase on or before "
              + day
              + ": the first is on "
              + bought.get(0)
              + ". Choose a later day with --as-of.");
    }
    return tools.settings().asOf(day);
  }

  /**
   * The newest day that lies at most a year after the one before it, else the first of all.
   *
   * @param days at least one, each once, oldest first
   */
  static LocalDate newest(List<LocalDate> days) {
    int newest = days.size() - 1;
    while (newest > 0
        && ChronoUnit.DAYS.between(days.get(newest - 1), days.get(newest)) > LONGEST_GAP) {
      newest--;
    }
    return days.get(newest);
  }

  /** The days with a purchase, oldest first. */
  private static List<LocalDate> days(Dataset<Row> accepted) {
    return accepted
        .select(IngestColumns.BOUGHT_ON.is(to_date(PurchaseSource.PURCHASED_AT.col())))
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> new RowReader(row).day(IngestColumns.BOUGHT_ON).orElseThrow())
        .sorted()
        .toList();
  }

  private Dataset<Row> purchases() {
    Optional<Dataset<Row>> rates =
        Optional.of(Sources.RATES)
            .filter(tools.sources()::contains)
            .map(this::present)
            .map(ValidatedSource::accepted);
    return tools.inOneCurrency(present(Sources.PURCHASES), rates);
  }

  /** A source's rows of any time: before the day is known, none lies in its future. */
  private Dataset<Row> present(Source source) {
    Dataset<Row> loaded = new SourceLoad(tools, source).rows();
    return tools.withoutErased(source, loaded.withColumn(IngestColumns.FUTURE.name(), lit(false)));
  }
}
