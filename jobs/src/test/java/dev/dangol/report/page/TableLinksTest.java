package dev.dangol.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.results.DictionaryPage;
import dev.dangol.table.results.Tables;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableLinksTest {
  @Test
  void a_name_after_the_word_table_leads_to_its_entry() {
    assertThat(TableLinks.html("Table customer_fit with lift_1, and the table cohorts."))
        .isEqualTo(
            "Table <a href=\"tables.html#customer_fit\" hreflang=\"en\">customer_fit</a> with"
                + " lift_1, and the table"
                + " <a href=\"tables.html#cohorts\" hreflang=\"en\">cohorts</a>.");
    assertThat(TableLinks.html("표 journeys에서 잠든 여정"))
        .isEqualTo("표 <a href=\"tables.html#journeys\" hreflang=\"en\">journeys</a>에서 잠든 여정");
  }

  @Test
  void other_words_and_hostile_text_stay_text() {
    assertThat(TableLinks.html("The table of cohorts, and a vegetable runs.")).doesNotContain("<a");
    assertThat(TableLinks.html("Table <script>alert(1)</script> & \"단골\""))
        .isEqualTo("Table &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;단골&quot;");
  }

  @Test
  void every_section_names_tables_that_the_dictionary_describes() {
    String dictionary = DictionaryPage.of(Tables.withViews(List.of(30), List.of(30)));

    assertThat(PageSections.ids())
        .allSatisfy(
            section ->
                assertThat(PageSections.tablesOf(section))
                    .isNotEmpty()
                    .allSatisfy(
                        table ->
                            assertThat(dictionary).contains("<section id=\"" + table + "\">")));
  }
}
