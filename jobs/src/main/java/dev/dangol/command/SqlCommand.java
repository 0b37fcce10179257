package dev.dangol.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dangol.command.QueryPrinter.OutputFormat;
import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.sql.StatementReader;
import dev.dangol.store.TableQueries;
import dev.dangol.table.Table;
import dev.dangol.table.TableView;
import dev.dangol.table.results.ContactViews;
import dev.dangol.table.results.Tables;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Queries on the published tables. */
@Command(
    description = {
      "Queries the tables by their names, as the last finished run published them.",
      "Without a query it reads statements from standard input, each ended by a semicolon, and"
          + " answers each as it arrives. With --format json an empty line ends each answer, and a"
          + " statement that fails is answered by one object with the key error."
    })
public final class SqlCommand extends DangolCommand {
  @Parameters(arity = "0..*", paramLabel = "SELECT…", description = "The query.")
  private List<String> query = List.of();

  @Option(names = "--format", description = "table (default), csv or json.")
  private OutputFormat format = OutputFormat.table;

  @Override
  Settings settings(CommandOptions given) {
    return SettingsReader.readWithoutSources(given.layers());
  }

  @Override
  int work() {
    Settings settings = settings(options());
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    try (WarehouseSession session = WarehouseSession.open(settings)) {
      List<Table> tables = Tables.all(settings.features().windows(), settings.value().horizons());
      TableQueries queries =
          new TableQueries(session.spark(), session.lake(), tables, views(settings));
      return query.isEmpty() && format == OutputFormat.json
          ? converse(queries, out)
          : answerAll(queries, out);
    }
  }

  /** Answers every statement; the first that fails ends the command. */
  private int answerAll(TableQueries queries, PrintStream out) {
    StatementReader statements = statements();
    for (Optional<String> asked = statements.next(); asked.isPresent(); asked = statements.next()) {
      answer(queries, asked.get(), out);
    }
    return ExitCodes.DONE;
  }

  /** Answers a program statement by statement; the exit code is that of the first that fails. */
  private int converse(TableQueries queries, PrintStream out) {
    int code = ExitCodes.DONE;
    StatementReader statements = statements();
    for (Optional<String> asked = statements.next(); asked.isPresent(); asked = statements.next()) {
      try {
        answer(queries, asked.get(), out);
      } catch (RuntimeException failure) {
        out.print(error(failure) + "\n");
        code = code == ExitCodes.DONE ? ExitCodes.of(failure) : code;
      }
      out.print("\n");
      out.flush();
    }
    return code;
  }

  private void answer(TableQueries queries, String statement, PrintStream out) {
    queries.answer(statement, rows -> new QueryPrinter(rows).print(format, out));
    out.flush();
  }

  private StatementReader statements() {
    return new StatementReader(
        query.isEmpty()
            ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
            : new StringReader(String.join(" ", query)));
  }

  private static String error(Exception failure) {
    try {
      return new ObjectMapper()
          .writeValueAsString(Map.of("error", ExitCodes.sentence(failure).strip()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Every view; contacts is over all sources, since the settings of a question may name none. */
  private static List<TableView> views(Settings settings) {
    return Tables.views(ContactViews.of(settings.contacts().events()));
  }
}
