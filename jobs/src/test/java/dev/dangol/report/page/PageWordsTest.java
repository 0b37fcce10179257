package dev.dangol.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureTable;
import java.util.List;
import org.apache.spark.sql.types.NumericType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageWordsTest {
  @Test
  void both_languages_have_the_same_words() {
    assertThat(PageWords.of("ko").keys()).isEqualTo(PageWords.of("en").keys());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void every_word_is_said_and_takes_its_parts(String language) {
    PageWords words = PageWords.of(language);

    assertThat(words.keys())
        .allSatisfy(
            key ->
                assertThat(words.text(key, "A", "B", "C", "D")).isNotBlank().doesNotContain("{"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void every_feature_has_a_name_in_words(String language) {
    PageWords words = PageWords.of(language);
    FeatureWords features = new FeatureWords(words, new ReadableNumbers(words, "KRW"));
    List<Field> fields = FeatureTable.of(List.of(30, 90)).fields();

    assertThat(fields.subList(2, fields.size()))
        .allSatisfy(field -> assertThat(features.name(field)).isNotEqualTo(field.name()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void every_numeric_feature_has_a_unit(String language) {
    PageWords words = PageWords.of(language);
    FeatureWords features = new FeatureWords(words, new ReadableNumbers(words, "KRW"));

    assertThat(FeatureTable.of(List.of(30)).fields())
        .filteredOn(field -> field.type() instanceof NumericType)
        .extracting(Field::name)
        .allSatisfy(name -> assertThat(features.value(name, 2)).doesNotMatch("[\\d.,]+"));
  }

  @Test
  void a_windowed_feature_names_its_window() {
    PageWords words = PageWords.of("en");
    FeatureWords features = new FeatureWords(words, new ReadableNumbers(words, "KRW"));

    assertThat(features.name("orders_90d")).isEqualTo("Orders in the last 90 days");
    assertThat(features.value("net_sales_90d", 1500)).isEqualTo("1,500\u00a0KRW");
    assertThat(features.name("unheard_of")).isEqualTo("unheard_of");
  }

  @ParameterizedTest
  @CsvSource({"en, to date, last 30 days", "ko, 누적, 최근 30일"})
  void what_happened_in_a_window_is_not_said_to_be_of_all_time(
      String language, String ever, String window) {
    PageWords words = PageWords.of(language);
    FeatureWords features = new FeatureWords(words, new ReadableNumbers(words, "KRW"));

    assertThat(FeatureTable.of(List.of(30)).fields())
        .extracting(Field::name)
        .filteredOn(name -> name.endsWith("_30d"))
        .allSatisfy(name -> assertThat(features.name(name)).contains(window).doesNotContain(ever));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The source purchases does not map category.",
        "The source purchases maps neither list_amount nor discount_amount.",
        "The source purchases does not map cost_amount. Nor is value.margin set.",
        "No customer has shown an event of this kind.",
        "No customer has bought on two days, and features.cycle-days is not set.",
        "Fewer than 30 customers (profiles.min-count) belong to the cohort.",
        "No model of purchases could be fitted: Only 0 customers bought again; 50 or more are"
            + " needed.",
        "Plain rates say nothing of churn: no model of purchases could be fitted.",
        "By the model nbd nobody churns: it is 1 for every customer.",
        "every customer who has a value has the same one",
        "25 % to 95 % more profit, says F. Reichheld, Bain & Company.",
        "as given by the business; origin not verified",
        "No customer ordered after the cut-off.",
        "There is nothing to take the share of in self_service.",
        "customer_value has no row of the day, which expected_net_sales comes from: run the job"
            + " value.",
        "No rival is configured in rivals.",
        "Neither does the source purchases map refund_of, nor support fault.",
        "No day before this one has been run.",
        "The table uplift has no campaign whose offer, creative or channel is known and whose"
            + " effect has an interval.",
        "it says much the same as frequency, with a correlation of 0.91",
        "Fewer than 0.7 of the customers it happened to (effects.min-matched-share) have others"
            + " like them to be compared with.",
      })
  void reasons_are_said_in_the_language_of_the_page(String reason) {
    var said = new GapReasons(PageWords.of("ko"), List.of()).said(reason);

    assertThat(said.language()).isEqualTo("ko");
    assertThat(said.text()).containsPattern("[가-힣]").doesNotContain(" customers ", "source ");
    assertThat(new GapReasons(PageWords.of("en"), List.of()).said(reason).text()).isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void every_reason_says_what_would_make_it_measurable(String language) {
    PageWords words = PageWords.of(language);

    assertThat(words.keys())
        .filteredOn(key -> key.startsWith("why.") && !key.startsWith("why.benchmark_"))
        .allMatch(reason -> words.has("remedy." + reason.substring("why.".length())));
  }

  @Test
  void another_language_is_refused() {
    assertThatThrownBy(() -> PageWords.of("tlh")).hasMessageContaining("tlh");
  }
}
