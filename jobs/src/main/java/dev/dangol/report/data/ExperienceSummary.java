package dev.dangol.report.data;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.dangol.table.Field;
import dev.dangol.table.RowReader;
import dev.dangol.table.Table;
import dev.dangol.table.results.AmplificationColumns;
import dev.dangol.table.results.CaseTimeColumns;
import dev.dangol.table.results.CategoryShareColumns;
import dev.dangol.table.results.NeedWeightColumns;
import dev.dangol.table.results.ProductOpinionColumns;
import dev.dangol.table.results.PromiseColumns;
import dev.dangol.table.results.VoiceColumns;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Summary of what customers experience with what they buy: rows of everyone, and sums.
 *
 * @param shares shares of categories over the longest window
 * @param products one row: products with a trend of ratings, and those whose trend is down
 * @param falling products whose ratings fall by more than their interval, the steepest first
 * @param checks one row: reviews, and those that are verified
 * @param reach one row: customers who say something, and how far it reaches
 */
public record ExperienceSummary(
    List<RowReader> shares,
    RowReader products,
    List<RowReader> falling,
    RowReader checks,
    List<RowReader> prices,
    List<RowReader> weights,
    List<RowReader> unmet,
    List<RowReader> promises,
    RowReader reach,
    List<RowReader> cases,
    List<RowReader> actions) {
  /** Counts of the page, never stored. */
  public static final Field ALL = Field.count("_all", "All of them.");

  public static final Field SOME = Field.count("_some", "Those that are told of.");
  public static final Field PEOPLE_REACHED = Field.number("_reached", "How far it reaches.");
  public static final Field LOW_REACHED = Field.number("_low_reached", "How far low ones reach.");

  private static final int STEEPEST = 3;

  static ExperienceSummary read(ReportTables tables) {
    Dataset<Row> products = tables.of(ProductOpinionColumns.RATINGS_TABLE);
    Column falls = ProductOpinionColumns.CHANGE_90D_HIGH.col().lt(0);
    return new ExperienceSummary(
        longest(rows(everyone(tables, CategoryShareColumns.TABLE))),
        one(counts(products, ProductOpinionColumns.CHANGE_90D_HIGH.col(), falls)),
        rows(products.where(falls).orderBy(ProductOpinionColumns.CHANGE_90D.col()).limit(STEEPEST)),
        one(
            counts(
                tables.of(ProductOpinionColumns.CHECKS_TABLE),
                lit(1),
                ProductOpinionColumns.VERIFIED.col())),
        rows(tables.of(ProductOpinionColumns.PRICES_TABLE)),
        rows(everyone(tables, NeedWeightColumns.WEIGHTS_TABLE)),
        rows(everyone(tables, NeedWeightColumns.UNMET_TABLE)),
        rows(tables.of(PromiseColumns.TABLE)),
        one(
            tables
                .of(AmplificationColumns.TABLE)
                .agg(
                    ALL.is(count(lit(1))),
                    PEOPLE_REACHED.is(sum(AmplificationColumns.AMPLIFICATION.col())),
                    LOW_REACHED.is(sum(AmplificationColumns.LOW_AMPLIFICATION.col())))),
        rows(
            tables
                .of(CaseTimeColumns.TIMES_TABLE)
                .where(CaseTimeColumns.CHANNEL.col().equalTo(VoiceColumns.ALL))
                .where(CaseTimeColumns.THEME.col().equalTo(VoiceColumns.ALL))),
        rows(tables.of(CaseTimeColumns.ACTIONS_TABLE)));
  }

  private static Dataset<Row> counts(Dataset<Row> rows, Column all, Column some) {
    return rows.agg(ALL.is(count(all)), SOME.is(count_if(some)));
  }

  private static Dataset<Row> everyone(ReportTables tables, Table table) {
    return tables.of(table).where(VoiceColumns.GROUP_KIND.col().equalTo(VoiceColumns.EVERYONE));
  }

  /** The rows over the longest window. */
  private static List<RowReader> longest(List<RowReader> shares) {
    long longest =
        shares.stream().mapToLong(line -> line.count(CategoryShareColumns.WINDOW)).max().orElse(0);
    return shares.stream()
        .filter(line -> line.count(CategoryShareColumns.WINDOW) == longest)
        .toList();
  }

  private static List<RowReader> rows(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(RowReader::new).toList();
  }

  private static RowReader one(Dataset<Row> row) {
    return new RowReader(row.head());
  }
}
