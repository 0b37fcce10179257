package dev.dangol.segments.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OptimalAssignmentTest {
  @Test
  void no_way_to_pair_up_to_seven_with_up_to_seven_gains_more() {
    Random random = new Random(11);
    for (int trial = 0; trial < 2_000; trial++) {
      double[][] gains = new double[1 + random.nextInt(7)][1 + random.nextInt(7)];
      for (double[] row : gains) {
        Arrays.setAll(row, i -> random.nextInt(3) == 0 ? 0 : random.nextInt(20) / 20.0);
      }

      int[] found = OptimalAssignment.best(gains);

      assertThat(sum(gains, found)).isCloseTo(most(gains, 0, 0), within(1e-9));
      assertThat(Arrays.stream(found).filter(column -> column >= 0)).doesNotHaveDuplicates();
    }
  }

  @Test
  void who_gains_nothing_stays_alone() {
    assertThat(OptimalAssignment.best(new double[][] {{0, 0}, {0, 0.3}, {0, 0}}))
        .containsExactly(OptimalAssignment.NONE, 1, OptimalAssignment.NONE);
    assertThat(OptimalAssignment.best(new double[0][0])).isEmpty();
    assertThat(OptimalAssignment.best(new double[2][0])).containsOnly(OptimalAssignment.NONE);
  }

  @Test
  void the_greedy_pair_is_given_up_where_the_sum_is_higher_without() {
    assertThat(OptimalAssignment.best(new double[][] {{0.9, 0.8}, {0.8, 0}})).containsExactly(1, 0);
  }

  private static double sum(double[][] gains, int[] columns) {
    double sum = 0;
    for (int row = 0; row < gains.length; row++) {
      sum += columns[row] < 0 ? 0 : gains[row][columns[row]];
    }
    return sum;
  }

  /** Tries everything: a row stays alone, or takes any column that is still free. */
  private static double most(double[][] gains, int row, int taken) {
    if (row == gains.length) {
      return 0;
    }
    double most = most(gains, row + 1, taken);
    for (int column = 0; column < gains[0].length; column++) {
      if ((taken & (1 << column)) == 0) {
        double rest = most(gains, row + 1, taken | (1 << column));
        most = Math.max(most, gains[row][column] + rest);
      }
    }
    return most;
  }
}
