package dev.dangol.segments.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ClusterTrialTest {
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
    ClusterTrial one = new ClusterTrial(1, OptionalDouble.empty(), OptionalDouble.empty(), 1);
    assertThat(one.score()).isZero();
    assertThat(chosen(one, trial(2, 0.1, 0.1, 0.3))).isEqualTo(2);
  }

  @Test
  void one_good_day_replaces_nobody_and_several_do() {
    List<ClusterTrial> usual = List.of(trial(4, 0.5, 0.5, 0.1), trial(5, 0.5, 0.6, 0.1));
    List<ClusterTrial> odd = List.of(trial(4, 0.5, 0.75, 0.1), trial(5, 0.5, 0.42, 0.1));
    ClusterStability standing = ClusterStability.of(usual, Map.of());
    assertThat(standing.byNumber()).isEqualTo(Map.of(4, 0.5, 5, 0.6));

    ClusterStability next = ClusterStability.of(odd, standing.byNumber());
    assertThat(next.byNumber().get(4)).isCloseTo((0.75 + 0.5) / 2, within(1e-12));
    assertThat(next.kept(odd, 0.02, 5, 0.1).k()).isEqualTo(5);
    assertThat(ClusterStability.of(odd, Map.of()).kept(odd, 0.02, 5, 0.1).k()).isEqualTo(4);

    ClusterStability later =
        ClusterStability.of(odd, ClusterStability.of(odd, next.byNumber()).byNumber());
    assertThat(later.kept(odd, 0.02, 5, 0.1).k()).isEqualTo(4);
  }

  @Test
  void what_is_plainly_better_on_one_day_replaces_at_once() {
    List<ClusterTrial> ended = List.of(trial(3, 0.9, 1.0, 0.1), trial(4, 0.8, 0.6, 0.1));

    assertThat(ClusterStability.of(ended, Map.of(3, 0.4, 4, 1.0)).kept(ended, 0.02, 4, 0.1).k())
        .isEqualTo(3);
  }

  @Test
  void a_number_whose_smallest_segment_has_become_too_small_does_not_stay() {
    List<ClusterTrial> trials = List.of(trial(4, 0.5, 0.5, 0.1), trial(5, 0.9, 0.9, 0.01));

    assertThat(ClusterStability.of(trials, Map.of(5, 0.9)).kept(trials, 0.02, 5, 0.1).k())
        .isEqualTo(4);
  }

  private static int chosen(ClusterTrial... trials) {
    return ClusterStability.of(List.of(trials), Map.of()).best(List.of(trials), 0.02).k();
  }

  private static ClusterTrial trial(int k, double silhouette, double stability, double share) {
    return new ClusterTrial(k, OptionalDouble.of(silhouette), OptionalDouble.of(stability), share);
  }
}
