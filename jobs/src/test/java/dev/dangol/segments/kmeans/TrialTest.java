package dev.dangol.segments.kmeans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TrialTest {
  @Test
  void the_best_mean_of_silhouette_and_stability_wins() {
    assertThat(chosen(trial(3, 0.5, 0.5, 0.2), trial(4, 0.4, 0.8, 0.1))).isEqualTo(4);
  }

  @Test
  void a_number_with_too_small_a_segment_is_not_eligible() {
    assertThat(chosen(trial(3, 0.5, 0.5, 0.2), trial(4, 0.4, 0.8, 0.01))).isEqualTo(3);
  }

  @Test
  void of_equals_the_smaller_number_wins() {
    assertThat(chosen(trial(3, 0.5, 0.75, 0.2), trial(4, 0.75, 0.5, 0.2))).isEqualTo(3);
  }

  @Test
  void where_every_number_has_too_small_a_segment_the_least_small_wins() {
    assertThat(chosen(trial(3, 0.9, 0.9, 0.005), trial(4, 0.1, 0.1, 0.01))).isEqualTo(4);
  }

  @Test
  void what_cannot_be_measured_counts_as_nothing() {
    Trial one = new Trial(1, OptionalDouble.empty(), OptionalDouble.empty(), 1);
    assertThat(one.score()).isZero();
    assertThat(chosen(one, trial(2, 0.1, 0.1, 0.3))).isEqualTo(2);
  }

  private static int chosen(Trial... trials) {
    return Trial.chosen(List.of(trials), 0.02).k();
  }

  private static Trial trial(int k, double silhouette, double stability, double share) {
    return new Trial(k, OptionalDouble.of(silhouette), OptionalDouble.of(stability), share);
  }
}
