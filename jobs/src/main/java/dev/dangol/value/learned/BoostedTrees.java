package dev.dangol.value.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Gradient-boosted regression trees (Friedman 2001, 2002). Each tree learns what those before have
 * left, on a half of the sample that is drawn anew.
 */
public final class BoostedTrees implements SalesRegression {
  private static final long serialVersionUID = 1;
  private static final int TREES = 100;
  private static final double RATE = 0.1;
  private static final double DRAWN = 0.5;
  private static final double LEAST_SHARE = 0.005;
  private static final int LEAST = 10;

  private final double mean;
  private final RegressionTree[] trees;
  private final double[] importances;

  private BoostedTrees(double mean, List<RegressionTree> trees, double[] importances) {
    this.mean = mean;
    this.trees = trees.toArray(RegressionTree[]::new);
    this.importances = importances;
  }

  /**
   * Learns from a sample; the same sample in the same order and the same seed give the same trees.
   *
   * @param vectors scaled features by customer; at least one customer
   * @param outcomes later net sales on the logarithmic scale
   */
  public static BoostedTrees fit(double[][] vectors, double[] outcomes, long seed) {
    FeatureBins bins = new FeatureBins(vectors);
    double mean = Arrays.stream(outcomes).average().orElseThrow();
    double[] residuals = Arrays.stream(outcomes).map(outcome -> outcome - mean).toArray();
    double least = Math.max(LEAST, LEAST_SHARE * vectors.length);
    SplittableRandom random = new SplittableRandom(seed);
    double[] gains = new double[bins.features()];
    List<RegressionTree> trees = new ArrayList<>();
    for (int number = 0; number < TREES; number++) {
      TreeGrower grower = new TreeGrower(bins, residuals, drawn(random, vectors.length));
      RegressionTree tree = grower.grow(least, RATE);
      for (int i = 0; i < residuals.length; i++) {
        residuals[i] -= tree.value(vectors[i]);
      }
      Arrays.setAll(gains, feature -> gains[feature] + grower.gains()[feature]);
      trees.add(tree);
    }
    return new BoostedTrees(mean, trees, ShareOfTotal.of(gains));
  }

  private static boolean[] drawn(SplittableRandom random, int customers) {
    boolean[] drawn = new boolean[customers];
    for (int i = 0; i < customers; i++) {
      drawn[i] = random.nextDouble() < DRAWN;
    }
    return drawn;
  }

  @Override
  public double predict(double[] features) {
    double sum = mean;
    for (RegressionTree tree : trees) {
      sum += tree.value(features);
    }
    return sum;
  }

  @Override
  public double[] importances() {
    return importances.clone();
  }

  @Override
  public int trees() {
    return trees.length;
  }
}
