package dev.dangol.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Numbers of a page's tables with the question to the warehouse that each answers. */
public final class PageNumbers {
  private static final Pattern TABLE =
      Pattern.compile(
          "<table class=\"stack\" data-table=\"(.*?)\" data-where=\"(.*?)\" data-keys=\"(.*?)\">"
              + "(.*?)</table>",
          Pattern.DOTALL);
  private static final Pattern COLUMN =
      Pattern.compile("<th scope=\"col\" class=\"number\" data-column=\"(.*?)\">(.*?)</th>");
  private static final Pattern LINE =
      Pattern.compile("<tr data-key=\"(.*?)\">(.*?)</tr>", Pattern.DOTALL);
  private static final Pattern CELL =
      Pattern.compile("<td class=\"number\" data-label=\".*?\">(.*?)</td>");
  private static final String NOTHING = "–";

  private PageNumbers() {}

  /**
   * A number as shown.
   *
   * @param query SQL that answers with the same number, a share as one of 1
   */
  public record ShownNumber(String text, boolean percent, String query) {
    /** True where the query's answer, rounded to the digits shown, is the number shown. */
    public boolean isAnsweredBy(String answer) {
      BigDecimal shown = new BigDecimal(text.replace(",", "").replace("−", "-"));
      BigDecimal exact = new BigDecimal(answer);
      BigDecimal scaled = percent ? exact.movePointRight(2) : exact;
      BigDecimal half = BigDecimal.valueOf(5, shown.scale() + 1);
      return scaled.subtract(shown).abs().setScale(9, RoundingMode.DOWN).compareTo(half) <= 0;
    }
  }

  /**
   * The numbers of every table that says what it was made of.
   *
   * @param asOf the day described
   */
  public static List<ShownNumber> of(String page, String asOf) {
    return TABLE.matcher(page).results().flatMap(table -> ofTable(table, asOf).stream()).toList();
  }

  /** Some of them, drawn by chance, but always the same; fewer where the page has fewer. */
  public static List<ShownNumber> drawn(String page, String asOf, int most) {
    List<ShownNumber> numbers = new ArrayList<>(of(page, asOf));
    Collections.shuffle(numbers, new Random(most));
    return numbers.subList(0, Math.min(most, numbers.size()));
  }

  private static List<ShownNumber> ofTable(MatchResult table, String asOf) {
    List<MatchResult> columns = COLUMN.matcher(table.group(4)).results().toList();
    List<ShownNumber> numbers = new ArrayList<>();
    for (MatchResult line : LINE.matcher(table.group(4)).results().toList()) {
      List<MatchResult> cells = CELL.matcher(line.group(2)).results().toList();
      for (int place = 0; place < columns.size(); place++) {
        String text = cells.get(place).group(1);
        if (!text.equals(NOTHING)) {
          numbers.add(
              new ShownNumber(
                  text,
                  columns.get(place).group(2).endsWith("(%)"),
                  query(table, text(columns.get(place).group(1)), text(line.group(1)), asOf)));
        }
      }
    }
    return numbers;
  }

  private static String query(MatchResult table, String column, String key, String asOf) {
    String[] keys = text(table.group(3)).split("\\|");
    String name =
        Arrays.stream(keys)
            .map(one -> "coalesce(CAST(" + one + " AS STRING), '')")
            .collect(Collectors.joining(", ", "concat_ws('|', ", ")"));
    String day = table.group(1).equals("uplift") ? "true" : "as_of = '" + asOf + "'";
    String groups = column.contains("(") ? " GROUP BY " + String.join(", ", keys) : "";
    return "SELECT figure FROM (SELECT "
        + name
        + " AS name, CAST("
        + column
        + " AS STRING) AS figure FROM "
        + table.group(1)
        + " WHERE ("
        + text(table.group(2))
        + ") AND "
        + day
        + groups
        + ") WHERE name = '"
        + key
        + "'";
  }

  private static String text(String markup) {
    return markup
        .replace("&#34;", "\"")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
