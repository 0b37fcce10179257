package dev.dangol.contacts;

import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.dangol.config.BenchmarkSettings;
import dev.dangol.config.ContactSettings;
import dev.dangol.contacts.ContactFact.CaseFact;
import dev.dangol.contacts.ContactFact.HelpFact;
import dev.dangol.contacts.ContactFact.NeedFact;
import dev.dangol.table.AsOf;
import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.RowWriter;
import dev.dangol.table.RunsSparkJobs;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.NeedColumns;
import dev.dangol.table.results.ReplyColumns;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Needs for help: the themes of cases, and how many needs customers served themselves. */
@RunsSparkJobs
public record HelpNeeds(ContactSettings settings, AsOf asOf) {
  private static final Field HELPED = Field.count("_helped", "Customers who looked at such help.");
  private static final Field NEEDS = Field.count("_needs", "Needs of the theme.");
  private static final Field SERVED = Field.count("_served", "Those without a case.");

  /**
   * The rows of {@code case_themes}.
   *
   * @param facts as {@link ContactFacts} makes them
   */
  public Dataset<Row> themes(Dataset<Row> facts) {
    Column cases = NeedColumns.CASES.col();
    WindowSpec order = Window.orderBy(cases.desc(), NeedColumns.THEME.col());
    WindowSpec all = Window.partitionBy();
    Column total = sum(cases).over(all).cast("double");
    Column served = SERVED.col().cast("double").divide(NEEDS.col());
    return facts
        .where(NeedColumns.THEME.col().isNotNull())
        .groupBy(NeedColumns.THEME.col())
        .agg(
            NeedColumns.CASES.is(count_if(is(CaseFact.KIND))),
            HELPED.is(count_if(is(HelpFact.KIND))),
            NEEDS.is(count_if(is(NeedFact.KIND))),
            SERVED.is(count_if(is(NeedFact.KIND).and(FactColumns.SELF_SERVED.col()))))
        .where(cases.gt(0))
        .select(
            SharedColumns.AS_OF.is(asOf.column()),
            NeedColumns.THEME.col(),
            NeedColumns.RANK.is(row_number().over(order)),
            cases,
            NeedColumns.SHARE.is(cases.cast("double").divide(total)),
            NeedColumns.CUMULATIVE_SHARE.is(sum(cases).over(order).cast("double").divide(total)),
            NeedColumns.SELF_SERVED_SHARE.is(
                when(HELPED.col().gt(0).and(NEEDS.col().gt(0)), served)));
  }

  private static Column is(String kind) {
    return FactColumns.KIND.col().equalTo(kind);
  }

  /** Needs for help, and those of them that customers served themselves. */
  public record NeedCounts(long needs, long selfServed) {}

  /** Counts the needs of all customers. */
  public NeedCounts count(Dataset<Row> facts) {
    Row counts =
        facts
            .where(is(NeedFact.KIND))
            .agg(NEEDS.is(count_if(lit(true))), SERVED.is(count_if(FactColumns.SELF_SERVED.col())))
            .head();
    RowReader cells = new RowReader(counts);
    return new NeedCounts(cells.count(NEEDS), cells.count(SERVED));
  }

  /**
   * The row of {@code self_service}.
   *
   * @param needs empty where looks for help are not known
   * @param themes the rows of {@code case_themes} of the day; none where themes are not known
   */
  public Row selfService(Optional<NeedCounts> needs, Dataset<Row> themes) {
    RowReader covered =
        new RowReader(
            themes
                .agg(
                    covered(NeedColumns.COVERAGE_30, 30),
                    covered(NeedColumns.COVERAGE_50, 50),
                    covered(NeedColumns.COVERAGE_100, 100))
                .head());
    Optional<BenchmarkSettings> benchmark = settings.benchmark("self_service");
    return RowWriter.of(NeedColumns.SELF_SERVICE)
        .set(SharedColumns.AS_OF, asOf)
        .set(NeedColumns.NEEDS, needs.map(NeedCounts::needs))
        .set(NeedColumns.SELF_SERVED, needs.map(NeedCounts::selfServed))
        .set(NeedColumns.SERVED_SHARE, needs.map(HelpNeeds::share).orElse(OptionalDouble.empty()))
        .set(NeedColumns.COVERAGE_30, covered.number(NeedColumns.COVERAGE_30))
        .set(NeedColumns.COVERAGE_50, covered.number(NeedColumns.COVERAGE_50))
        .set(NeedColumns.COVERAGE_100, covered.number(NeedColumns.COVERAGE_100))
        .set(NeedColumns.BENCHMARK_SHARE, benchmark.map(BenchmarkSettings::from))
        .set(ReplyColumns.BENCHMARK_SOURCE, benchmark.map(BenchmarkSettings::source))
        .row();
  }

  private static OptionalDouble share(NeedCounts needs) {
    return needs.needs() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) needs.selfServed() / needs.needs());
  }

  private static Column covered(Field coverage, int themes) {
    Column within = NeedColumns.RANK.col().leq(themes);
    return coverage.is(max(when(within, NeedColumns.CUMULATIVE_SHARE.col())));
  }
}
