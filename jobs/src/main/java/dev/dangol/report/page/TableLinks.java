package dev.dangol.report.page;

import static org.apache.commons.text.StringEscapeUtils.escapeHtml4;

import dev.dangol.table.Table;
import dev.dangol.table.results.DictionaryPage;
import dev.dangol.table.results.Tables;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Links from names of tables to their entries in the data dictionary beside the page. */
public final class TableLinks {
  private static final Set<String> NAMES =
      Tables.withViews(List.of(), List.of()).stream()
          .map(Table::name)
          .collect(Collectors.toUnmodifiableSet());
  private static final Pattern NAMED = Pattern.compile("(?<=\\b[Tt]able |표 )[a-z_]+(?![a-z_])");

  private TableLinks() {}

  /** The address of a table's entry. */
  public static String address(String table) {
    return DictionaryPage.FILE + "#" + table;
  }

  /** The text as HTML, in which each name of a table after the word table is a link. */
  public static String html(String text) {
    return NAMED.matcher(escapeHtml4(text)).replaceAll(TableLinks::link);
  }

  private static String link(MatchResult name) {
    String table = name.group();
    return NAMES.contains(table)
        ? "<a href=\"" + address(table) + "\" hreflang=\"en\">" + table + "</a>"
        : table;
  }
}
