package dev.dangol.table.results;

import dev.dangol.table.Field;
import dev.dangol.table.Table;
import java.util.List;
import java.util.stream.Collectors;

/** The data dictionary: every table and view, column, type and meaning, for people. */
public final class DataDictionary {
  private DataDictionary() {}

  /** As plain text for a terminal. */
  public static String text(List<Table> tables) {
    return tables.stream().map(DataDictionary::text).collect(Collectors.joining("\n"));
  }

  /** As Markdown, for the documentation. */
  public static String markdown(List<Table> tables) {
    String head =
        "# Data dictionary\n\nMade by `dangol tables --format markdown`; windowed columns are shown"
            + " for the default windows.\n";
    return head + tables.stream().map(DataDictionary::markdown).collect(Collectors.joining());
  }

  private static String text(Table table) {
    StringBuilder text = new StringBuilder(table.name() + "\n  " + table.meaning() + "\n");
    for (Field field : table.fields()) {
      text.append(String.format("  %-24s %-18s %s%n", field.name(), type(field), field.meaning()));
    }
    return text.toString();
  }

  private static String markdown(Table table) {
    StringBuilder text = new StringBuilder("\n## " + table.name() + "\n\n" + table.meaning());
    if (!table.grain().isEmpty()) {
      text.append(" One row per ").append(grain(table)).append('.');
    }
    text.append("\n\n| column | type | meaning |\n|---|---|---|\n");
    for (Field field : table.fields()) {
      String meaning = field.meaning().replace("|", "\\|");
      text.append(String.format("| %s | %s | %s |%n", field.name(), type(field), meaning));
    }
    return text.toString();
  }

  private static String grain(Table table) {
    return table.grain().stream().map(Field::name).collect(Collectors.joining(", "));
  }

  private static String type(Field field) {
    return field.type().simpleString() + (field.required() ? "" : "?");
  }
}
