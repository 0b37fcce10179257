package dev.dangol.command;

import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.store.TableQueries;
import dev.dangol.table.Table;
import dev.dangol.table.results.Tables;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Queries on the published tables. */
@Command(
    description =
        "Queries the tables by their names, as the last finished run published them; without a"
            + " query reads statements from standard input, parted by semicolons.")
public final class SqlCommand extends DangolCommand {
  @Parameters(arity = "0..*", paramLabel = "SELECT…", description = "The query.")
  private List<String> query = List.of();

  @Option(names = "--format", description = "table (default), csv or json.")
  private QueryPrinter.OutputFormat format = QueryPrinter.OutputFormat.table;

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
      TableQueries queries = new TableQueries(session.spark(), session.lake(), tables);
      for (String statement : TableQueries.statements(text())) {
        queries.answer(statement, rows -> new QueryPrinter(rows).print(format, out));
        out.flush();
      }
    }
    return ExitCodes.DONE;
  }

  private String text() {
    return query.isEmpty() ? standardInput() : String.join(" ", query);
  }

  private static String standardInput() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      return in.lines().collect(Collectors.joining("\n"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
