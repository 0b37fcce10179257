package dev.dangol.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.report.data.CrowdedShop;
import dev.dangol.report.data.ReportOptions;
import dev.dangol.testing.TestDay;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrowdedPageTest {
  private static final int LARGEST = 1_500_000;
  private static final Pattern ROW = Pattern.compile("<tr data-key.*?</tr>");
  private static final Pattern DAYS = Pattern.compile("data-label=\"[^\"]*\">([\\d,]+\\.\\d+)<");

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void a_crowded_page_names_everything_and_stays_small(String language) {
    String page = page(language, Map.of());

    assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LARGEST);
    assertThat(page)
        .contains(CrowdedShop.name("segment", 39), CrowdedShop.name("cohort", 11))
        .contains("1,234,567,890,123", CrowdedShop.name("criterion", 0))
        .contains(PageWords.of(language).text("first.next"));
  }

  @Test
  void the_three_steps_stand_on_the_first_screen_with_people_value_and_holder() {
    String header = header(page("en", Map.of()));

    assertThat(header)
        .contains(
            "<strong>Win back ideal customers who are slipping:</strong> 1,234,567 customers,")
        .contains("of whom 1,234,567,890,123\u00a0KRW of net sales is expected")
        .contains("usual: cohort ideal with days_since_last_order &gt; 2 * median_gap_days.")
        .contains("Exported to: " + CrowdedShop.name("export", 1))
        .contains(
            "Since the last run 1,234 customers became ideal and 567 customers no longer are.")
        .contains("But the simple rule “Spend so far” had 39\u00a0%");
  }

  @Test
  void a_configured_label_takes_the_place_of_a_name() {
    String label = "멀어지는 고객";
    String page =
        page("ko", Map.of("cohort." + CrowdedShop.name("cohort", 3), Map.of("ko", label)));

    assertThat(page).contains("<th scope=\"row\">" + label + "</th>");
  }

  @Test
  void pages_in_two_languages_link_to_each_other() {
    ReportOptions english = options("en", Map.of(), List.of("en", "ko"));

    assertThat(header(page(english)))
        .contains("<a href=\"index-ko.html\" lang=\"ko\" hreflang=\"ko\">한국어</a>")
        .doesNotContain("href=\"index.html\"");
    assertThat(header(page(english.writtenIn("ko"))))
        .contains("<a href=\"index.html\" lang=\"en\" hreflang=\"en\">English</a>")
        .doesNotContain("href=\"index-ko.html\"");
    assertThat(header(page("en", Map.of()))).doesNotContain("class=\"languages\"");
  }

  @Test
  void figures_of_one_column_have_the_same_digits() {
    assertThat(ROW.matcher(page("en", Map.of())).results().map(row -> row.group()))
        .hasSizeGreaterThan(50)
        .allSatisfy(
            row ->
                assertThat(DAYS.matcher(row).results().map(found -> found.group(1)))
                    .allMatch(number -> number.matches("[\\d,]+\\.\\d{1,2}")));
  }

  private static String header(String page) {
    return page.substring(page.indexOf("<header>"), page.indexOf("</header>"));
  }

  private static String page(String language, Map<String, Map<String, String>> labels) {
    return page(options(language, labels, List.of(language)));
  }

  private static String page(ReportOptions options) {
    return PageTemplate.html(PageView.of(CrowdedShop.story(), options));
  }

  private static ReportOptions options(
      String language, Map<String, Map<String, String>> labels, List<String> languages) {
    return new ReportOptions(
        TestDay.of("2026-02-01"), language, "KRW", List.of(30), labels, languages, Set.of());
  }
}
