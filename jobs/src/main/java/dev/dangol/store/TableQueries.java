package dev.dangol.store;

import dev.dangol.problem.BadSetting;
import dev.dangol.table.Table;
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
   * How Spark computes a query. Of few rows, as it is planned: to write, compile and load a program
   * first takes longer.
   */
  private static final String COMPILING = "spark.sql.codegen.factoryMode";

  private static final String INTERPRETED = "NO_CODEGEN";

  private final SparkSession spark;
  private final String compiling;
  private final PublishedViews views;
  private final List<Table> tables;

  public TableQueries(SparkSession spark, Lake lake, List<Table> tables) {
    this.spark = spark;
    this.compiling = spark.conf().get(COMPILING);
    this.views = new PublishedViews(lake, Ledger.of(lake));
    this.tables = List.copyOf(tables);
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
    for (Table table : tables) {
      if (Pattern.compile("\\b" + table.name() + "\\b").matcher(words).find()) {
        views.read(table).createOrReplaceTempView(table.name());
      }
    }
    Dataset<Row> rows = spark.sql(statement);
    spark.conf().set(COMPILING, SmallInputs.areAll(rows) ? INTERPRETED : compiling);
    return rows;
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
