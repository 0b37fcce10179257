package dev.dangol.table.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.Field;
import dev.dangol.table.Table;
import dev.dangol.table.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class DictionaryPageTest {
  @Test
  void a_table_has_its_place_its_columns_and_no_markup_of_its_own() {
    Field key = Field.text("who", "A customer <b>& co</b>.").asRequired();
    Field share = Field.number(Unit.SHARE, "share", "A share.");

    String page =
        DictionaryPage.of(
            List.of(new Table("shares", "A row.", List.of(key), List.of(key, share))));

    assertThat(page)
        .contains("<a href=\"#shares\">shares</a>", "<section id=\"shares\">")
        .contains("One row per <code>who</code>.")
        .contains("<td>who</td><td>string</td><td></td><td>A customer &lt;b&gt;&amp; co&lt;/b&gt;.")
        .contains("<td>share</td><td>double, may be empty</td><td>share</td><td>A share.");
  }

  @Test
  void every_table_is_on_the_page_once_and_nothing_is_fetched() {
    List<Table> tables = Tables.withViews(List.of(30), List.of(30));

    String page = DictionaryPage.of(tables);

    assertThat(page.lines().filter(line -> line.startsWith("<section"))).hasSameSizeAs(tables);
    assertThat(page).doesNotContain("http", "<script", "{days}");
  }
}
