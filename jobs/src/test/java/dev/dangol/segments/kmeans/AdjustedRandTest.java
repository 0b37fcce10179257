package dev.dangol.segments.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdjustedRandTest {
  @Test
  void the_same_groups_under_other_numbers_agree_perfectly() {
    assertThat(AdjustedRand.index(new long[][] {{0, 3}, {5, 0}})).isEqualTo(1);
  }

  @Test
  void a_division_computed_by_hand() {
    // aabbcc against xxyyyz: 2 of 15 pairs together in both, 3 in the first, 4 in the second.
    long[][] shared = {{2, 0, 0}, {0, 2, 0}, {0, 1, 1}};

    assertThat(AdjustedRand.index(shared))
        .isCloseTo((2 - 3.0 * 4 / 15) / ((3 + 4) / 2.0 - 3.0 * 4 / 15), within(1e-15));
  }

  @Test
  void less_agreement_than_by_chance_is_negative() {
    assertThat(AdjustedRand.index(new long[][] {{1, 1}, {1, 1}})).isCloseTo(-0.5, within(1e-15));
  }

  @Test
  void one_group_against_several_is_no_agreement() {
    assertThat(AdjustedRand.index(new long[][] {{2, 2, 2}})).isEqualTo(0);
  }

  @Test
  void one_group_against_one_group_agrees() {
    assertThat(AdjustedRand.index(new long[][] {{7}})).isEqualTo(1);
    assertThat(AdjustedRand.index(new long[][] {{1}})).isEqualTo(1);
  }
}
