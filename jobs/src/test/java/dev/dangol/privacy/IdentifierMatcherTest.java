package dev.dangol.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentifierMatcherTest {
  private static final IdentifierMatcher WORDING =
      new IdentifierMatcher(
          List.of("12", "vega-7731", "Orla Vega", "큰손 🍀", "박별", "o@vega.example"),
          List.of("+82 10-5550-7731"));

  @Test
  void a_short_id_counts_only_as_a_whole_value() {
    assertThat(WORDING.in("{\"who\":\"12\",\"paid\":\"5\"}")).isTrue();
    assertThat(WORDING.in("{\"who\":12}")).isTrue();
    assertThat(WORDING.in("{\"who\":\"x\",\"at\":\"2025-12-12 12:12:12\",\"paid\":\"12.5\"}"))
        .isFalse();
    assertThat(WORDING.in("{\"who\":\"112\",\"text\":\"12 apples\"}")).isFalse();
    assertThat(WORDING.in("{\"who\":null}")).isFalse();
  }

  @Test
  void a_broken_line_is_taken_apart() {
    assertThat(WORDING.in("{\"_corrupt_record\":\"{\\\"who\\\":\\\"12\\\",\\\"at\\\":\\\"20\"}"))
        .isTrue();
    assertThat(WORDING.in("{\"_corrupt_record\":\"{\\\"who\\\": 12,\\\"at\\\":\"}")).isTrue();
    assertThat(WORDING.in("{\"_corrupt_record\":\"큰손 🍀,2025-01-01,x,y\"}")).isTrue();
    assertThat(WORDING.in("{\"_corrupt_record\":\"c3,2025-12-01\"}")).isFalse();
    assertThat(WORDING.in("{ \"cut short\": \"vega-7731")).isTrue();
  }

  @Test
  void a_long_one_counts_wherever_it_stands_as_words_whatever_its_case_and_form() {
    assertThat(WORDING.in("{\"note\":\"ask O@Vega.example, please\"}")).isTrue();
    assertThat(WORDING.in("{\"note\":\"was ORLA VEGA here?\"}")).isTrue();
    assertThat(WORDING.in("{\"note\":\"orla vegas\"}")).isFalse();
    assertThat(WORDING.in("{\"note\":\"xvega-7731\"}")).isFalse();
    String decomposed = Normalizer.normalize("박별", Normalizer.Form.NFD);
    assertThat(WORDING.in("{\"name\":\"" + decomposed + "\"}")).isTrue();
  }

  @Test
  void a_phone_is_known_by_its_last_eight_digits() {
    assertThat(WORDING.in("{\"note\":\"call 010-5550-7731 today\"}")).isTrue();
    assertThat(WORDING.in("{\"note\":\"(010) 5550.7731\"}")).isTrue();
    assertThat(WORDING.in("{\"note\":\"010-5550-7732\"}")).isFalse();
  }

  @Test
  void a_page_is_searched_for_what_is_long_only() {
    assertThat(WORDING.toldIn("<p>\"12\"</p>")).isFalse();
    assertThat(WORDING.toldIn("<p>vega-7731</p>")).isTrue();
  }
}
