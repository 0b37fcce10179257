package dev.dangol.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dangol.table.FeatureColumns;
import dev.dangol.table.Field;
import java.util.List;
import org.apache.spark.sql.types.NumericType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  @Test
  void both_languages_have_the_same_words() {
    assertThat(Words.of("ko").keys()).isEqualTo(Words.of("en").keys());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void every_word_is_said_and_takes_its_parts(String language) {
    Words words = Words.of(language);

    assertThat(words.keys())
        .allSatisfy(
            key ->
                assertThat(words.text(key, "A", "B", "C", "D")).isNotBlank().doesNotContain("{"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void every_feature_has_a_name_in_words(String language) {
    Words words = Words.of(language);
    FeatureWords features = new FeatureWords(words, new Figures(words, "KRW"));
    List<Field> fields = FeatureColumns.table(List.of(30, 90)).fields();

    assertThat(fields.subList(2, fields.size()))
        .allSatisfy(field -> assertThat(features.name(field)).isNotEqualTo(field.name()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void every_numeric_feature_has_a_unit(String language) {
    Words words = Words.of(language);
    FeatureWords features = new FeatureWords(words, new Figures(words, "KRW"));

    assertThat(FeatureColumns.table(List.of(30)).fields())
        .filteredOn(field -> field.type() instanceof NumericType)
        .extracting(Field::name)
        .allSatisfy(name -> assertThat(features.value(name, 2)).doesNotMatch("[\\d.,]+"));
  }

  @Test
  void a_windowed_feature_names_its_window() {
    Words words = Words.of("en");
    FeatureWords features = new FeatureWords(words, new Figures(words, "KRW"));

    assertThat(features.name("orders_90d")).isEqualTo("Orders in the last 90 days");
    assertThat(features.value("net_sales_90d", 1500)).isEqualTo("1,500\u00a0KRW");
    assertThat(features.name("unheard_of")).isEqualTo("unheard_of");
  }

  @Test
  void another_language_is_refused() {
    assertThatThrownBy(() -> Words.of("tlh")).hasMessageContaining("tlh");
  }
}
