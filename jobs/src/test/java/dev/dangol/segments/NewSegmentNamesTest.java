package dev.dangol.segments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.table.Field;
import dev.dangol.table.features.FeatureColumns;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewSegmentNamesTest {
  private static final FeatureEffect FREQUENT = effect(FeatureColumns.FREQUENCY, 1.5);
  private static final FeatureEffect MANY_ORDERS = effect(FeatureColumns.ORDERS_LIFETIME, 1.4);
  private static final FeatureEffect DISCOUNTS = effect(FeatureColumns.DISCOUNT_SHARE, 1.2);
  private static final FeatureEffect LAPSED = effect(FeatureColumns.DAYS_SINCE_LAST_ORDER, 0.9);

  @Test
  void a_segment_is_called_by_its_strongest_feature() {
    assertThat(fresh(List.of(List.of(LAPSED), List.of(FREQUENT, DISCOUNTS))))
        .containsExactly(new SegmentName("Lapsed", "이탈"), new SegmentName("Frequent", "자주 구매"));
  }

  @Test
  void a_segment_close_to_everyone_is_typical() {
    assertThat(fresh(List.of(List.of(new FeatureEffect("frequency", 0.3)), List.of(LAPSED))))
        .containsExactly(new SegmentName("Typical", "평균적"), new SegmentName("Lapsed", "이탈"));
  }

  @Test
  void two_of_the_same_name_get_a_second_word() {
    assertThat(fresh(List.of(List.of(FREQUENT, DISCOUNTS), List.of(FREQUENT, LAPSED))))
        .containsExactly(
            new SegmentName("Frequent, discount seekers", "자주 구매, 할인 선호"),
            new SegmentName("Frequent, lapsed", "자주 구매, 이탈"));
  }

  @Test
  void features_that_mean_the_same_are_said_once() {
    assertThat(fresh(List.of(List.of(FREQUENT, MANY_ORDERS, DISCOUNTS), List.of(FREQUENT, LAPSED))))
        .first()
        .isEqualTo(new SegmentName("Frequent, discount seekers", "자주 구매, 할인 선호"));
  }

  @Test
  void where_words_run_out_a_number_tells_them_apart() {
    assertThat(fresh(List.of(List.of(FREQUENT), List.of(FREQUENT), List.of(FREQUENT))))
        .extracting(SegmentName::english)
        .containsExactly("Frequent", "Frequent 2", "Frequent 3");
    assertThat(fresh(List.of(List.of(), List.of())))
        .containsExactly(new SegmentName("Typical", "평균적"), new SegmentName("Typical 2", "평균적 2"));
  }

  @Test
  void every_window_has_the_same_words() {
    assertThat(SegmentVocabulary.words("orders_90d"))
        .isEqualTo(SegmentVocabulary.words("orders_365d"));
    assertThat(SegmentVocabulary.words("orders_90d").high()).isEqualTo("recently busy");
  }

  @Test
  void an_unknown_feature_is_called_by_its_column() {
    assertThat(fresh(List.of(List.of(new FeatureEffect("shoe_size", -2)))))
        .containsExactly(new SegmentName("Low shoe_size", "shoe_size 낮음"));
  }

  private static FeatureEffect effect(Field feature, double size) {
    return new FeatureEffect(feature.name(), size);
  }

  @Test
  void a_name_that_another_segment_had_is_never_given_again() {
    SegmentName lapsed = new SegmentName("Lapsed", "이탈");
    SegmentName onlyKorean = new SegmentName("", "자주 구매");

    assertThat(
            NewSegmentNames.of(
                List.of(List.of(LAPSED), List.of(FREQUENT, DISCOUNTS)),
                List.of(lapsed, onlyKorean, new SegmentName("Lapsed 2", "이탈 2"))))
        .extracting(SegmentName::english)
        .containsExactly("Lapsed 3", "Frequent, discount seekers");
  }

  private static List<SegmentName> fresh(List<List<FeatureEffect>> segments) {
    return NewSegmentNames.of(segments, List.of());
  }
}
