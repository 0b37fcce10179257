package dev.dangol.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.report.data.PanelQueries;
import dev.dangol.table.Table;
import dev.dangol.table.results.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageSectionsTest {
  private static final Path PAGE = Path.of("docs/report.md");
  private static final Path TEMPLATE = Path.of("jobs/src/main/jte/page.jte");
  private static final Pattern LINE = Pattern.compile("\\| ([a-z_]+) \\| (.+?) \\|(.*)\\|");
  private static final Pattern SECTION =
      Pattern.compile("@template\\.(\\w+)\\(view = view(?:, id = \"(\\w+)\")?\\)");
  private static final String NONE = "–";

  @Test
  void every_published_table_is_shown_by_a_section_or_has_a_reason_why_not() throws IOException {
    Map<String, String> documented = new TreeMap<>();
    for (String line : tables()) {
      Matcher cells = LINE.matcher(line);
      assertThat(cells.matches()).as(line).isTrue();
      documented.put(cells.group(1), cells.group(2));
      assertThat(cells.group(3).isBlank())
          .as("a reason of " + cells.group(1))
          .isEqualTo(!cells.group(2).equals(NONE));
    }
    Map<String, String> expected =
        Tables.withViews(List.of(30), List.of(30)).stream()
            .collect(
                Collectors.toMap(
                    Table::name, table -> sections(table.name()), (a, b) -> a, TreeMap::new));

    assertThat(documented).isEqualTo(expected);
  }

  @Test
  void the_contents_name_every_section_in_the_order_of_the_page() throws IOException {
    List<String> inTemplate =
        SECTION
            .matcher(Files.readString(TEMPLATE))
            .results()
            .map(found -> found.group(2) == null ? found.group(1) : found.group(2))
            .filter(section -> !List.of("headline", "contents", "comparison").contains(section))
            .toList();

    assertThat(PageSections.ids()).isEqualTo(inTemplate);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void every_section_and_group_has_its_words(String language) {
    PageWords words = PageWords.of(language);

    assertThat(PageSections.ids()).allMatch(section -> words.has(section + ".short"));
    assertThat(PageSections.groups().keySet()).allMatch(group -> words.has("contents." + group));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void every_panel_has_its_words_and_those_of_its_columns(String language) {
    PageWords words = PageWords.of(language);

    assertThat(PanelQueries.all(List.of(30)))
        .allSatisfy(
            query -> {
              assertThat(List.of(".heading", ".caption", ".chart", ".sentence"))
                  .allMatch(part -> words.has(query.id() + part));
              assertThat(query.shape().keys()).allMatch(key -> words.has("panel." + key.name()));
              assertThat(query.shape().figures())
                  .allMatch(figure -> words.has("panel." + figure.name()));
            });
  }

  private static List<String> tables() throws IOException {
    List<String> lines = Files.readAllLines(PAGE);
    int heading = lines.indexOf("## Which section shows which table");
    return lines.subList(heading, lines.size()).stream()
        .filter(line -> line.startsWith("| "))
        .skip(1)
        .toList();
  }

  private static String sections(String table) {
    return PageSections.tables().containsKey(table)
        ? String.join(", ", PageSections.tables().get(table))
        : NONE;
  }
}
