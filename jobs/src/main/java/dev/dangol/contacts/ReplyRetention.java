package dev.dangol.contacts;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import dev.dangol.config.BenchmarkSettings;
import dev.dangol.config.ContactSettings;
import dev.dangol.contacts.ContactFact.StayFact;
import dev.dangol.probability.WilsonInterval;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.ReplyColumns;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Retention of customers after their first case, by how soon it was replied to. */
@RunsSparkJobs
public record ReplyRetention(ContactSettings settings, AsOf asOf) {
  private static final Field RETAINED = Field.count("_retained", "Customers who bought after.");

  /** The benchmark of each bucket that has one. */
  private static final Map<String, String> BENCHMARKS =
      Map.of(
          ReplyBuckets.ALL.get(0), "answer_within_30_minutes",
          ReplyBuckets.ALL.get(1), "answer_within_one_hour");

  /**
   * The rows of {@code reply_retention}: one for each bucket that has a customer.
   *
   * @param facts as {@link ContactFacts} makes them
   */
  public List<Row> rows(Dataset<Row> facts) {
    return facts
        .where(FactColumns.KIND.col().equalTo(StayFact.KIND))
        .groupBy(FactColumns.BUCKET.col())
        .agg(
            ReplyColumns.CUSTOMERS.is(count(lit(1))),
            RETAINED.is(count_if(FactColumns.RETAINED.col())))
        .collectAsList()
        .stream()
        .map(RowReader::new)
        .sorted(Comparator.comparing(cells -> ReplyBuckets.ALL.indexOf(bucket(cells))))
        .map(this::row)
        .toList();
  }

  private static String bucket(RowReader cells) {
    return cells.text(FactColumns.BUCKET).orElseThrow();
  }

  private Row row(RowReader cells) {
    long customers = cells.count(ReplyColumns.CUSTOMERS);
    long retained = cells.count(RETAINED);
    WilsonInterval interval = WilsonInterval.of(retained, customers);
    Optional<BenchmarkSettings> benchmark =
        Optional.ofNullable(BENCHMARKS.get(bucket(cells))).flatMap(settings::benchmark);
    return RowWriter.of(ReplyColumns.RETENTION)
        .set(SharedColumns.AS_OF, asOf)
        .set(ReplyColumns.BUCKET, bucket(cells))
        .set(ReplyColumns.CUSTOMERS, customers)
        .set(ReplyColumns.RETAINED_SHARE, (double) retained / customers)
        .set(ReplyColumns.LOW, interval.low())
        .set(ReplyColumns.HIGH, interval.high())
        .set(ReplyColumns.BENCHMARK_SHARE, benchmark.map(BenchmarkSettings::from))
        .set(ReplyColumns.BENCHMARK_SOURCE, benchmark.map(BenchmarkSettings::source))
        .row();
  }
}
