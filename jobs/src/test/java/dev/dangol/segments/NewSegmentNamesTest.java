package dev.dangol.segments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.FeatureColumns;
import dev.dangol.table.Field;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewSegmentNamesTest {
  private static final Effect FREQUENT = effect(FeatureColumns.FREQUENCY, 1.5);
  private static final Effect MANY_ORDERS = effect(FeatureColumns.ORDERS_LIFETIME, 1.4);
  private static final Effect DISCOUNTS = effect(FeatureColumns.DISCOUNT_SHARE, 1.2);
  private static final Effect LAPSED = effect(FeatureColumns.DAYS_SINCE_LAST_ORDER, 0.9);

  @Test
  void a_segment_is_called_by_its_strongest_feature() {
    assertThat(fresh(List.of(List.of(LAPSED), List.of(FREQUENT, DISCOUNTS))))
        .containsExactly(new Name("Lapsed", "이탈"), new Name("Frequent", "자주 구매"));
  }

  @Test
  void a_segment_close_to_everyone_is_typical() {
    assertThat(fresh(List.of(List.of(new Effect("frequency", 0.3)), List.of(LAPSED))))
        .containsExactly(new Name("Typical", "평균적"), new Name("Lapsed", "이탈"));
  }

  @Test
  void two_of_the_same_name_get_a_second_word() {
    assertThat(fresh(List.of(List.of(FREQUENT, DISCOUNTS), List.of(FREQUENT, LAPSED))))
        .containsExactly(
            new Name("Frequent, discount seekers", "자주 구매, 할인 선호"),
            new Name("Frequent, lapsed", "자주 구매, 이탈"));
  }

  @Test
  void features_that_mean_the_same_are_said_once() {
    assertThat(fresh(List.of(List.of(FREQUENT, MANY_ORDERS, DISCOUNTS), List.of(FREQUENT, LAPSED))))
        .first()
        .isEqualTo(new Name("Frequent, discount seekers", "자주 구매, 할인 선호"));
  }

  @Test
  void where_words_run_out_a_number_tells_them_apart() {
    assertThat(fresh(List.of(List.of(FREQUENT), List.of(FREQUENT), List.of(FREQUENT))))
        .extracting(Name::english)
        .containsExactly("Frequent", "Frequent 2", "Frequent 3");
    assertThat(fresh(List.of(List.of(), List.of())))
        .containsExactly(new Name("Typical", "평균적"), new Name("Typical 2", "평균적 2"));
  }

  @Test
  void every_window_has_the_same_words() {
    assertThat(SegmentVocabulary.words("orders_90d"))
        .isEqualTo(SegmentVocabulary.words("orders_365d"));
    assertThat(SegmentVocabulary.words("orders_90d").high()).isEqualTo("recently busy");
  }

  @Test
  void an_unknown_feature_is_called_by_its_column() {
    assertThat(fresh(List.of(List.of(new Effect("shoe_size", -2)))))
        .containsExactly(new Name("Low shoe_size", "shoe_size 낮음"));
  }

  private static Effect effect(Field feature, double size) {
    return new Effect(feature.name(), size);
  }

  @Test
  void a_name_that_another_segment_had_is_never_given_again() {
    Name lapsed = new Name("Lapsed", "이탈");
    Name onlyKorean = new Name("", "자주 구매");

    assertThat(
            NewSegmentNames.of(
                List.of(List.of(LAPSED), List.of(FREQUENT, DISCOUNTS)),
                List.of(lapsed, onlyKorean, new Name("Lapsed 2", "이탈 2"))))
        .extracting(Name::english)
        .containsExactly("Lapsed 3", "Frequent, discount seekers");
  }

  private static List<Name> fresh(List<List<Effect>> segments) {
    return NewSegmentNames.of(segments, List.of());
  }
}
