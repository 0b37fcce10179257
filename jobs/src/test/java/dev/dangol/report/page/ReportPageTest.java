package dev.dangol.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.report.data.ReportTables;
import dev.dangol.report.data.ShopStory;
import dev.dangol.report.data.ShopTables;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.results.CohortColumns;
import dev.dangol.table.results.SegmentColumns;
import dev.dangol.testing.SparkExtension;
import dev.dangol.testing.TestRows;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkExtension.class)
class ReportPageTest {
  private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);
  private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);
  private static final Pattern POLICY =
      Pattern.compile("http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"");

  private static String whole;
  private static String english;
  private static String korean;

  @BeforeAll
  static void write_the_page_in_both_languages(SparkSession spark) {
    whole = ShopPages.page(spark, "en");
    english = withoutLibrary(whole);
    korean = withoutLibrary(ShopPages.page(spark, "ko"));
  }

  @Test
  void the_headline_says_how_many_are_ideal_and_what_they_are_worth() {
    assertThat(english)
        .contains(
            "<h1>2 of 5 customers are ideal: 40\u00a0% of customers, 75\u00a0% of net sales</h1>");
    assertThat(korean).contains("<h1>고객 5명 중 2명이 이상적인 고객입니다: 고객의 40%, 순매출의 75%</h1>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void every_section_has_its_heading_in_the_language(String language) {
    PageWords words = PageWords.of(language);
    String page = language.equals("ko") ? korean : english;

    assertThat(page).contains("<html lang=\"" + language + "\">");
    assertThat(sections())
        .allSatisfy(
            section -> assertThat(page).contains(">" + words.text(section + ".heading") + "</h2>"));
  }

  @Test
  void hostile_names_are_text_everywhere() {
    assertThat(english)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; 단골 🎉")
        .contains("Rare &lt;/script&gt;&lt;script&gt;alert(2)&lt;/script&gt;")
        .contains("alert(1)\\u003c/script\\u003e 단골…")
        .contains("No &lt;b&gt;model&lt;/b&gt;")
        .contains("Often &amp; full price")
        .doesNotContain("<script>alert");
  }

  @Test
  void a_persona_card_stands_in_its_language_with_its_lifts_drawn() {
    assertThat(english)
        .contains("<li>2 customers.</li>", "Have &lt;i&gt;region&lt;/i&gt;: 서울 🎉.")
        .contains("region: &lt;script&gt;alert(3)&lt;/script&gt;", "Only 1 customer.")
        .contains("<rect class=\"more\" x=\"60.0\" y=\"3\" width=\"20.0\"")
        .contains("x1=\"0.0\" y1=\"8\" x2=\"100.0\"")
        .contains("Times as often (\u00d7)", ">2.00<", "0.00 to 4.00")
        .contains("width=\"60.0\"", "By &lt;b&gt;a view&lt;/b&gt;.")
        .doesNotContain("고객 2명입니다.");
    assertThat(english.indexOf("<h3>Ideal</h3>")).isLessThan(english.indexOf("<h3>few</h3>"));
    assertThat(korean).contains("고객 2명입니다.", "0.00 ~ 4.00").doesNotContain("2 customers.");
  }

  @Test
  void the_policy_allows_exactly_the_scripts_and_the_style_of_the_page() {
    String policy = only(POLICY, whole).get(0).replace("&#39;", "'");

    assertThat(policy)
        .startsWith("default-src 'none'; script-src 'sha256-")
        .contains("base-uri 'none'", "form-action 'none'", "img-src data:")
        .doesNotContain("unsafe");
    assertThat(only(SCRIPT, whole))
        .hasSize(2)
        .allMatch(script -> policy.contains(new PageAsset(script).hash()));
    assertThat(only(STYLE, whole))
        .hasSize(1)
        .allSatisfy(
            style -> assertThat(policy).contains("style-src " + new PageAsset(style).hash()));
  }

  @Test
  void a_hash_is_the_one_that_browsers_compute() {
    assertThat(new PageAsset("alert('Hello, world.');").hash())
        .isEqualTo("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
  }

  @Test
  void nothing_is_loaded_from_elsewhere() {
    String markup = SCRIPT.matcher(english).replaceAll("");

    assertThat(markup.toLowerCase(Locale.ROOT))
        .doesNotContain(
            "http://", "https://", "<link", "<img", "<iframe", " src=", "url(", "@import")
        .doesNotContain(" style=", " onclick=", " onload=");
  }

  @Test
  void a_quality_that_nobody_has_is_not_measured_rather_than_zero() {
    assertThat(english.replaceAll(" data-label=\"[^\"]*\"", ""))
        .contains(
            "<th scope=\"row\">Willing to pay</th><td class=\"number\">85.0</td>"
                + "<td class=\"number\">54.0</td><td class=\"number\">+31.0</td>")
        .contains(
            "<th scope=\"row\">Recommends</th><td class=\"number\">not measured</td>"
                + "<td class=\"number\">not measured</td><td class=\"number\">–</td>");
  }

  @Test
  void what_has_no_bound_is_measured_rather_than_passed() {
    String data = english.substring(english.indexOf("<section id=\"data\""));

    assertThat(data.replaceAll(" data-label=\"[^\"]*\"", ""))
        .contains(
            "Purchases, rows accepted</th><td class=\"number\">1,234 rows</td>"
                + "<td class=\"number\">no bound</td>"
                + "<td><span class=\"mark measured\">measured</span></td>")
        .contains("<span class=\"mark passed\">passed</span>")
        .contains("<span class=\"mark failed\">failed</span>");
    assertThat(korean).contains("<span class=\"mark measured\">측정됨</span>");
  }

  @Test
  void raw_rows_and_values_of_rejected_rows_stay_out() {
    assertThat(english)
        .contains("net_amount is not a number: …")
        .doesNotContain("secret", "example.com");
  }

  @Test
  void empty_tables_make_a_page_that_says_so(SparkSession spark) {
    PageWords words = PageWords.of("en");
    String page = PageTemplate.html(PageView.of(ShopStory.empty(spark), ShopStory.options("en")));

    assertThat(page)
        .contains("<h1>No customer has bought by this day</h1>")
        .contains(words.text("segments.none"), words.text("retention.none"))
        .contains(words.text("cohorts.none"), words.text("gaps.none"))
        .contains(words.text("data.no_quarantine"), words.text("data.no_checks"))
        .contains("no customers");
  }

  @Test
  void a_shop_without_an_ideal_customer_says_so(SparkSession spark) {
    assertThat(ShopPages.page(spark, "en", Map.of("cohorts", List.of())))
        .contains("<h1>No cohort named ideal is configured for these 5 customers</h1>");
  }

  @Test
  void a_single_customer_is_spoken_of_in_the_singular(SparkSession spark) {
    ShopTables tables =
        ShopTables.full(spark)
            .with("customer_features", ShopTables.features(spark).limit(1))
            .with("segments", ShopTables.segments(spark).limit(1))
            .with("cohorts", oneIdeal(spark));

    assertThat(page(tables))
        .contains("<h1>1 of 1 customer is ideal: 100\u00a0% of customers</h1>")
        .contains("not measured<small>of 100\u00a0KRW</small>");
  }

  private static Dataset<Row> oneIdeal(SparkSession spark) {
    return TestRows.of(
            spark,
            SharedColumns.COHORT,
            SegmentColumns.SIZE,
            CohortColumns.SHARE_OF_CUSTOMERS,
            SegmentColumns.SHARE_OF_NET_SALES,
            CohortColumns.ENTERED,
            CohortColumns.LEFT,
            CohortColumns.STAYED)
        .row("ideal", 1, 1.0, null, 1, 0, 0)
        .table();
  }

  @Test
  void the_same_tables_give_the_same_page_whatever_their_order(SparkSession spark) {
    ShopTables shuffled =
        ShopTables.full(spark)
            .with("customer_features", ShopTables.features(spark).repartition(3))
            .with("retention_cohorts", ShopTables.retention(spark).repartition(3))
            .with("quarantine", ShopTables.quarantine(spark).repartition(3));

    assertThat(page(shuffled)).isEqualTo(english);
  }

  // The chart library would drown every message of a failed test.
  private static String page(ReportTables tables) {
    return withoutLibrary(ReportPage.page(tables, ShopStory.options("en")));
  }

  private static String withoutLibrary(String page) {
    return page.replace(PageAsset.CHART_LIBRARY.text(), "");
  }

  private static List<String> sections() {
    return List.of("qualities", "fit", "segments", "cohorts", "retention", "gaps", "data");
  }

  private static List<String> only(Pattern pattern, String page) {
    return pattern.matcher(page).results().map(found -> found.group(1)).toList();
  }
}
