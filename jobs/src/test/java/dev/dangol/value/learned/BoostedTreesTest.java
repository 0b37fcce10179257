package dev.dangol.value.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {
  /** Vectors of three features with few values each, so that every value is a bin of its own. */
  private static double[][] vectors(int customers, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, customers)
        .mapToObj(i -> new double[] {random.nextInt(9), random.nextInt(5) * 0.5, random.nextInt(2)})
        .toArray(double[][]::new);
  }

  private static double[] outcomes(double[][] vectors, long seed) {
    Random random = new Random(seed);
    return Arrays.stream(vectors)
        .mapToDouble(v -> (v[0] > 4 ? 3 : 0) + v[1] + v[2] * v[0] / 5 + random.nextGaussian())
        .toArray();
  }

  /** The value that a tree, grown by trying every split of every node, has for a vector. */
  private static double naive(double[][] vectors, double[] outcomes, int[] of, double[] asked) {
    int[] node = of;
    for (int level = 0; level < 3; level++) {
      double best = 1e-9;
      int feature = -1;
      double edge = 0;
      for (int f = 0; f < 3; f++) {
        for (double value : distinct(vectors, f)) {
          int[] left = side(vectors, node, f, value, true);
          int[] right = side(vectors, node, f, value, false);
          if (left.length >= 10 && right.length >= 10) {
            double gain =
                squares(outcomes, node) - squares(outcomes, left) - squares(outcomes, right);
            if (gain > best + 1e-9) {
              best = gain;
              feature = f;
              edge = value;
            }
          }
        }
      }
      if (feature >= 0) {
        node = side(vectors, node, feature, edge, asked[feature] <= edge);
      }
    }
    return Arrays.stream(node).mapToDouble(i -> outcomes[i]).average().orElseThrow();
  }

  private static double[] distinct(double[][] vectors, int feature) {
    return Arrays.stream(vectors).mapToDouble(v -> v[feature]).distinct().sorted().toArray();
  }

  private static int[] side(double[][] vectors, int[] node, int feature, double edge, boolean low) {
    return Arrays.stream(node).filter(i -> (vectors[i][feature] <= edge) == low).toArray();
  }

  private static double squares(double[] outcomes, int[] of) {
    double mean = Arrays.stream(of).mapToDouble(i -> outcomes[i]).average().orElse(0);
    return Arrays.stream(of).mapToDouble(i -> Math.pow(outcomes[i] - mean, 2)).sum();
  }

  @Test
  void a_tree_is_the_one_that_trying_every_split_grows() {
    for (long seed = 1; seed <= 5; seed++) {
      double[][] vectors = vectors(400, seed);
      double[] outcomes = outcomes(vectors, seed);
      boolean[] all = new boolean[400];
      Arrays.fill(all, true);
      RegressionTree tree = new TreeGrower(new FeatureBins(vectors), outcomes, all).grow(10, 1);
      int[] everyone = IntStream.range(0, 400).toArray();
      for (double[] vector : vectors) {
        assertThat(tree.value(vector))
            .isCloseTo(naive(vectors, outcomes, everyone, vector), within(1e-9));
      }
    }
  }

  @Test
  void trees_explain_what_can_be_explained_and_weigh_features_by_it() {
    double[][] vectors = vectors(4_000, 7);
    double[] outcomes = outcomes(vectors, 7);
    BoostedTrees trees = BoostedTrees.fit(vectors, outcomes, 1);
    double[][] others = vectors(4_000, 8);
    double[] later = outcomes(others, 8);
    double error =
        IntStream.range(0, later.length)
            .mapToDouble(i -> Math.pow(trees.predict(others[i]) - later[i], 2))
            .average()
            .orElseThrow();
    assertThat(error).as("the variance of the noise is 1").isBetween(0.9, 1.1);
    double[] importances = trees.importances();
    assertThat(DoubleStream.of(importances).sum()).isCloseTo(1, within(1e-9));
    assertThat(importances[0]).isGreaterThan(importances[1]).isGreaterThan(importances[2]);
  }

  @Test
  void the_seed_decides_and_nothing_else_does() {
    double[][] vectors = vectors(600, 3);
    double[] outcomes = outcomes(vectors, 3);
    double[] once = predictions(BoostedTrees.fit(vectors, outcomes, 5), vectors);
    assertThat(predictions(BoostedTrees.fit(vectors, outcomes, 5), vectors)).isEqualTo(once);
    assertThat(predictions(BoostedTrees.fit(vectors, outcomes, 6), vectors)).isNotEqualTo(once);
  }

  private static double[] predictions(SalesRegression regression, double[][] vectors) {
    return Arrays.stream(vectors).mapToDouble(regression::predict).toArray();
  }

  @Test
  void customers_who_are_all_alike_get_their_mean() {
    double[][] vectors = new double[50][];
    Arrays.fill(vectors, new double[] {1, 2});
    double[] outcomes = new double[50];
    Arrays.fill(outcomes, 0, 10, 5);
    BoostedTrees trees = BoostedTrees.fit(vectors, outcomes, 1);
    assertThat(trees.importances()).containsOnly(0);
    assertThat(trees.predict(vectors[0])).isCloseTo(1, within(0.5));
    RidgeRegression line = RidgeRegression.fit(vectors, outcomes);
    assertThat(line.predict(vectors[0])).isCloseTo(1, within(1e-9));
    assertThat(line.importances()).containsOnly(0);
  }

  @Test
  void the_line_is_where_the_penalised_squares_have_no_slope() {
    double[][] vectors = vectors(300, 4);
    double[] outcomes = outcomes(vectors, 4);
    RidgeRegression line = RidgeRegression.fit(vectors, outcomes);
    double[] zero = new double[3];
    for (int f = 0; f < 3; f++) {
      int at = f;
      double[] unit = {at == 0 ? 1 : 0, at == 1 ? 1 : 0, at == 2 ? 1 : 0};
      double slope = line.predict(unit) - line.predict(zero);
      double centre = Arrays.stream(vectors).mapToDouble(v -> v[at]).average().orElseThrow();
      double pull = 0;
      double spread = 0;
      for (int i = 0; i < vectors.length; i++) {
        pull += (outcomes[i] - line.predict(vectors[i])) * (vectors[i][at] - centre);
        spread += Math.pow(vectors[i][at] - centre, 2);
      }
      assertThat(pull).isCloseTo(0.1 * spread * slope, within(1e-6));
    }
  }
}
