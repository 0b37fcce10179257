package dev.dangol.command;

import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.table.Table;
import dev.dangol.table.results.DataDictionary;
import dev.dangol.table.results.DictionaryPage;
import dev.dangol.table.results.Tables;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the data dictionary. */
@Command(description = "Prints the data dictionary: every table, column, type and meaning.")
public final class TablesCommand extends DangolCommand {
  @Option(names = "--format", description = "text (default), markdown or html.")
  private DictionaryFormat format = DictionaryFormat.text;

  /** Format of the printed dictionary. */
  enum DictionaryFormat {
    text,
    markdown,
    html;

    String of(List<Table> tables) {
      return switch (this) {
        case text -> DataDictionary.text(tables);
        case markdown -> DataDictionary.markdown(tables);
        case html -> DictionaryPage.of(tables);
      };
    }
  }

  @Override
  Settings settings(CommandOptions given) {
    return SettingsReader.readWithoutSources(given.layers());
  }

  @Override
  int work() {
    Settings settings = settings(options());
    List<Table> tables =
        Tables.withViews(settings.features().windows(), settings.value().horizons());
    new PrintStream(System.out, true, StandardCharsets.UTF_8).print(format.of(tables));
    return ExitCodes.DONE;
  }
}
