package dev.dangol.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Values as the page shows them, beside what it has shown for each column ever since. */
class FeatureWordsTest {
  private static final FeatureWords ENGLISH = words("en");
  private static final FeatureWords KOREAN = words("ko");

  /** Of 1, which some units say apart, and of a number with more digits than are shown. */
  @ParameterizedTest
  @CsvFileSource(
      resources = "feature-values.csv",
      delimiter = ';',
      numLinesToSkip = 1,
      ignoreLeadingAndTrailingWhitespace = false)
  void a_value_is_shown_with_the_unit_of_its_column(
      String column, String one, String many, String oneInKorean, String manyInKorean) {
    assertThat(ENGLISH.value(column, 1)).isEqualTo(one);
    assertThat(ENGLISH.value(column, 1234.567)).isEqualTo(many);
    assertThat(KOREAN.value(column, 1)).isEqualTo(oneInKorean);
    assertThat(KOREAN.value(column, 1234.567)).isEqualTo(manyInKorean);
  }

  @Test
  void a_column_that_is_not_known_is_a_bare_number() {
    assertThat(ENGLISH.value("unheard_of_30d", 2.25)).isEqualTo("2.3");
  }

  @ParameterizedTest
  @EnumSource
  void every_unit_has_words(Unit unit) {
    assertThat(PageWords.of("en").has("unit." + unit.key())).isTrue();
    assertThat(PageWords.of("ko").has("unit." + unit.key())).isTrue();
  }

  private static FeatureWords words(String language) {
    PageWords words = PageWords.of(language);
    return new FeatureWords(words, new ReadableNumbers(words, "KRW"));
  }
}
