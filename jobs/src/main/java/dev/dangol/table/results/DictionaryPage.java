package dev.dangol.table.results;

import static org.apache.commons.text.StringEscapeUtils.escapeXml10;

import dev.dangol.table.Field;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The data dictionary as a page of its own, which needs no other file, no script and no network.
 */
public final class DictionaryPage {
  /** The file that it lies in, beside a report. */
  public static final String FILE = "tables.html";

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Dangol's data dictionary</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 72rem; padding: 1rem; }
      nav ul { columns: 14rem; list-style: none; padding: 0; }
      table { border-collapse: collapse; width: 100%; }
      th, td { border-bottom: 1px solid #8886; padding: .3rem .6rem; text-align: left; vertical-align: top; }
      td:first-child, code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
      @media print { section { break-inside: avoid-page; } }
      </style>
      </head>
      <body>
      <h1>Data dictionary</h1>
      <p>Every table that Dangol writes, and every view. A column is never empty where “may be empty” is not said.</p>
      """;

  private DictionaryPage() {}

  /** The page of these tables, in their order, with a list of their names. */
  public static String of(List<Table> tables) {
    String names =
        tables.stream()
            .map(table -> "<li><a href=\"#" + table.name() + "\">" + table.name() + "</a></li>\n")
            .collect(Collectors.joining());
    return HEAD
        + "<nav aria-label=\"Tables\">\n<ul>\n"
        + names
        + "</ul>\n</nav>\n<main>\n"
        + tables.stream().map(DictionaryPage::section).collect(Collectors.joining())
        + "</main>\n</body>\n</html>\n";
  }

  private static String section(Table table) {
    String grain = table.grain().stream().map(Field::name).collect(Collectors.joining(", "));
    return "<section id=\""
        + table.name()
        + "\">\n<h2>"
        + table.name()
        + "</h2>\n<p>"
        + escapeXml10(table.meaning())
        + (grain.isEmpty() ? "" : " One row per <code>" + grain + "</code>.")
        + "</p>\n<table>\n<thead><tr><th scope=\"col\">column</th><th scope=\"col\">type</th>"
        + "<th scope=\"col\">unit</th><th scope=\"col\">meaning</th></tr></thead>\n<tbody>\n"
        + table.fields().stream().map(DictionaryPage::line).collect(Collectors.joining())
        + "</tbody>\n</table>\n</section>\n";
  }

  private static String line(Field field) {
    String type =
        escapeXml10(field.type().simpleString()) + (field.required() ? "" : ", may be empty");
    String unit = field.unit() == Unit.PLAIN ? "" : field.unit().name().toLowerCase(Locale.ROOT);
    return String.format(
        "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n",
        field.name(), type, unit, escapeXml10(field.meaning()));
  }
}
