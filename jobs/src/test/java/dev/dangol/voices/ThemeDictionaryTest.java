package dev.dangol.voices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.config.Settings;
import dev.dangol.config.SettingsReader;
import dev.dangol.config.hocon.ConfigLayers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThemeDictionaryTest {
  private static final ThemeDictionary DEFAULT = ThemeDictionary.of(defaults());

  @Test
  void every_form_of_a_word_counts_in_both_languages() {
    assertThat(DEFAULT.themes("배송이 너무 늦었어요 😡")).containsExactly("delivery");
    assertThat(DEFAULT.themes("생각보다 품질이 별로예요.")).containsExactly("quality");
    assertThat(DEFAULT.themes("가격이 비쌌습니다")).containsExactly("price");
    assertThat(DEFAULT.themes("문의했는데 답이 없네요.")).containsExactly("service");
    assertThat(DEFAULT.themes("사진과 완전히 다릅니다.")).containsExactly("function");
    assertThat(DEFAULT.themes("쓰기 편했어요")).containsExactly("ease");
    assertThat(DEFAULT.themes("정말 좋아요!")).containsExactly("feeling");
    assertThat(DEFAULT.themes("The parcels arrived late")).containsExactly("delivery");
    assertThat(DEFAULT.themes("Not worth the PRICE.")).containsExactly("price");
    assertThat(DEFAULT.themes("cheaper at amazon")).containsExactly("other_sellers", "price");
    assertThat(DEFAULT.themes("Great quality, 배송도 빨랐어요"))
        .containsExactly("delivery", "feeling", "quality");
  }

  @Test
  void a_phrase_is_found_where_its_words_follow_one_another() {
    ThemeDictionary rivals = ThemeDictionary.of(Map.of("rivals", List.of("other store", "다른 곳")));
    assertThat(rivals.themes("I went to other stores")).containsExactly("rivals");
    assertThat(rivals.themes("다른 곳에서 샀어요")).containsExactly("rivals");
    assertThat(rivals.themes("the other day your store")).isEmpty();
    assertThat(rivals.themes("other 7 store")).isEmpty();
  }

  @Test
  void nothing_is_found_in_nothing() {
    for (String text : List.of("", "  ", "😍👍", "12345", "ㅋㅋㅋ", "http://delivery.example/price")) {
      assertThat(DEFAULT.themes(text)).as(text).isEmpty();
    }
  }

  @Test
  void names_numbers_and_addresses_are_no_terms() {
    assertThat(terms("김민수 고객님 전화는 010-1234-5678, kim@naver.com 이고 A123 주문입니다"))
        .contains("고객", "전화", "주문")
        .noneMatch(term -> term.matches(".*\\d.*") || term.contains("naver") || term.equals("kim"))
        .doesNotContain("김민수", "민수");
  }

  @Test
  void terms_are_words_that_people_can_read() {
    assertThat(terms("배송이 늦었어요, it arrived broken and deliveries were late"))
        .containsExactly("배송", "늦다", "arrive", "broken", "delivery", "late");
  }

  @Test
  void common_words_are_parts_of_phrases_and_no_terms() {
    assertThat(terms("Exactly what I was looking for, and they have been very kind to us all"))
        .containsExactly("exactly", "look", "kind");
    assertThat(terms("단골 될 것 같아요. 답이 없네요. 다시 오고 있어요, 보고 싶어서 주문하게 되었어요."))
        .contains("단골", "주문")
        .doesNotContain("되다", "같다", "없다", "있다", "오다", "보다", "싶다", "하다");
    ThemeDictionary gone = ThemeDictionary.of(Map.of("gone", List.of("답이 없다", "what was")));
    assertThat(gone.themes("문의했는데 답이 없네요.")).containsExactly("gone");
  }

  private static List<String> terms(String text) {
    return WordReader.words(text).stream()
        .map(SpokenWord::term)
        .filter(term -> !term.isEmpty())
        .toList();
  }

  private static Map<String, List<String>> defaults() {
    Settings settings =
        SettingsReader.readWithoutSources(new ConfigLayers(Optional.empty(), Map.of(), List.of()));
    return settings.voices().themes();
  }
}
