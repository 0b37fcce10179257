package dev.dangol.job.ingest;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.to_date;

import dev.dangol.problem.MissingInput;
import dev.dangol.table.AsOf;
import dev.dangol.table.IngestColumns;
import dev.dangol.table.RowReader;
import dev.dangol.table.sources.PurchaseSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** As-of day of a run: the configured one, else the newest day with a purchase that can be used. */
record DescribedDay(IngestTools tools) {

  /**
   * The day, once every source has landed.
   *
   * @throws MissingInput where there is no purchase by the day
   */
  AsOf find() {
    ValidatedSource purchases = ValidatedSource.of(tools, Sources.PURCHASES, purchases());
    Column bought = to_date(PurchaseSource.PURCHASED_AT.col());
    RowReader days =
        new RowReader(
            purchases
                .acceptedRows()
                .agg(IngestColumns.FIRST_ON.is(min(bought)), IngestColumns.LAST_ON.is(max(bought)))
                .head());
    Optional<LocalDate> earliest = days.day(IngestColumns.FIRST_ON);
    if (earliest.isEmpty()) {
      tools.checks().stopOnTooManyRejected(purchases.count());
      throw new MissingInput(
          "The source purchases has no row to use, so there is no customer to describe. Check"
              + " sources.purchases.path and where, or run again once the data is there.");
    }
    LocalDate first = earliest.get();
    LocalDate day = tools.settings().asOf().or(() -> days.day(IngestColumns.LAST_ON)).orElseThrow();
    if (day.isBefore(first)) {
      throw new MissingInput(
          "There is no purchase on or before "
              + day
              + ": the first is on "
              + first
              + ". Choose a later day with --as-of.");
    }
    return tools.settings().asOf(day);
  }

  private Dataset<Row> purchases() {
    Optional<Dataset<Row>> rates =
        Optional.of(Sources.RATES)
            .filter(tools.sources()::contains)
            .map(this::inTime)
            .map(ValidatedSource::accepted);
    return tools.inOneCurrency(inTime(Sources.PURCHASES), rates);
  }

  private Dataset<Row> inTime(Source source) {
    Dataset<Row> loaded = new SourceLoad(tools, source).rows();
    return tools.withoutErased(source, tools.rules().inTime(source, loaded));
  }
}
