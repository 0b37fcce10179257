package dev.dangol.command;

import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.table.Table;
import dev.dangol.table.results.DataDictionary;
import dev.dangol.table.results.Tables;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the data dictionary. */
@Command(description = "Prints the data dictionary: every table, column, type and meaning.")
public final class TablesCommand extends DangolCommand {
  @Option(names = "--format", description = "text (default) or markdown.")
  private DictionaryFormat format = DictionaryFormat.text;

  /** Format of the printed dictionary. */
  enum DictionaryFormat {
    text,
    markdown
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
    System.out.print(
        format == DictionaryFormat.markdown
            ? DataDictionary.markdown(tables)
            : DataDictionary.text(tables));
    return ExitCodes.DONE;
  }
}
