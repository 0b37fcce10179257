package dev.dangol.command;

import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.config.hocon.KeySuggestion;
import dev.dangol.problem.BadSetting;
import dev.dangol.problem.MissingInput;
import dev.dangol.store.PublishedFiles;
import dev.dangol.store.PublishedFiles.PublishedTable;
import dev.dangol.table.Table;
import dev.dangol.table.results.Tables;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Data files of published tables, for readers without Spark. */
@Command(
    description =
        "Lists the data files of the published tables, so that other programs read what the last"
            + " finished run published.")
public final class FilesCommand extends DangolCommand {
  @Parameters(arity = "0..1", paramLabel = "TABLE", description = "One table instead of all.")
  private String name;

  @Option(
      names = "--format",
      description =
          "paths (default), one a line; json, one object a table; duckdb, views that DuckDB can"
              + " run.")
  private FileListFormat format = FileListFormat.paths;

  @Override
  Settings settings(CommandOptions given) {
    return SettingsReader.readWithoutSources(given.layers());
  }

  @Override
  int work() {
    Settings settings = settings(options());
    List<Table> asked =
        asked(Tables.all(settings.features().windows(), settings.value().horizons()));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    try (WarehouseSession session = WarehouseSession.open(settings)) {
      PublishedFiles files = new PublishedFiles(session.lake());
      for (Table table : asked) {
        Optional<PublishedTable> published = files.of(table);
        if (published.isEmpty() && name != null) {
          throw new MissingInput(
              "The table " + name + " is not published yet: no run that writes it has finished.");
        }
        published.map(format::print).ifPresent(out::print);
      }
    }
    out.flush();
    return ExitCodes.DONE;
  }

  private List<Table> asked(List<Table> tables) {
    List<Table> asked =
        tables.stream().filter(table -> name == null || table.name().equals(name)).toList();
    if (asked.isEmpty()) {
      throw new BadSetting(
          "There is no table "
              + name
              + "."
              + KeySuggestion.nearest(name, tables.stream().map(Table::name).toList())
                  .map(near -> " Did you mean " + near + "?")
                  .orElse(""));
    }
    return asked;
  }
}
