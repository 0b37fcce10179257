package dev.dangol.store;

import dev.dangol.problem.BadSetting;
import dev.dangol.table.Table;
import dev.dangol.table.TableView;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;

/** SQL queries of the published tables, by their names. */
public final class TableQueries {
  /**
   * Ways in which Spark computes a query. Of few rows, as it is planned: to write, compile and load
   * a program first takes longer.
   */
  private static final String COMPILING = "spark.sql.codegen.factoryMode";

  private static final String INTERPRETED = "NO_CODEGEN";

  private final SparkSession spark;
  private final String compiling;
  private final PublishedViews published;
  private final List<Table> tables;
  private final List<TableView> views;

  public TableQueries(SparkSession spark, Lake lake, List<Table> tables, List<TableView> views) {
    this.spark = spark;
    this.compiling = spark.conf().get(COMPILING);
    this.published = new PublishedViews(lake, Ledger.of(lake));
    this.tables = List.copyOf(tables);
    this.views = List.copyOf(views);
  }

  /**
   * Runs a query.
   *
   * @param use receives the rows of the result
   * @throws BadSetting where the text is no query, names a table or column that does not exist, or
   *     asks for what cannot be computed
   */
  public void answer(String statement, Consumer<Dataset<Row>> use) {
    SparkFailures.explaining(
        "The query",
        () -> {
          use.accept(rows(statement));
          return statement;
        });
  }

  private Dataset<Row> rows(String statement) throws ParseException {
    refuseCommands(statement);
    String words = statement.toLowerCase(Locale.ROOT);
    List<TableView> asked = views.stream().filter(view -> names(words, view.name())).toList();
    for (Table table : tables) {
      if (names(words, table.name())
          || asked.stream().anyMatch(view -> view.reads().contains(table.name()))) {
        published.read(table).createOrReplaceTempView(table.name());
      }
    }
    asked.forEach(view -> spark.sql(view.question()).createOrReplaceTempView(view.name()));
    Dataset<Row> rows = spark.sql(statement);
    spark.conf().set(COMPILING, SmallInputs.areAll(rows) ? INTERPRETED : compiling);
    return rows;
  }

  private static boolean names(String words, String table) {
    return Pattern.compile("\\b" + table + "\\b").matcher(words).find();
  }

  private void refuseCommands(String statement) throws ParseException {
    LogicalPlan plan = spark.sessionState().sqlParser().parsePlan(statement);
    if (plan.exists(part -> part instanceof Command || part instanceof ParsedStatement)) {
      throw new BadSetting(
          "The query is not a question: only SELECT is answered, since tables are written by jobs"
              + " alone.");
    }
  }
}
