package dev.dangol.value.learned;

import java.util.Arrays;

/**
 * Grower of one regression tree on binned features, level by level. A split is the one that takes
 * most off the sum of squared residuals; of equals the first.
 */
final class TreeGrower {
  static final int DEPTH = 3;

  private final FeatureBins bins;
  private final double[] residuals;
  private final boolean[] drawn;
  private final int[] nodes;
  private final double[] gains;

  /**
   * Prepares growing.
   *
   * @param residuals what the trees before have left, by customer
   * @param drawn the customers that this tree learns from
   */
  TreeGrower(FeatureBins bins, double[] residuals, boolean[] drawn) {
    this.bins = bins;
    this.residuals = residuals;
    this.drawn = drawn;
    this.nodes = new int[residuals.length];
    this.gains = new double[bins.features()];
  }

  /** Split of a node: customers in bins up to this one go left. */
  private record NodeSplit(int feature, int bin, double gain) {
    static final NodeSplit NONE = new NodeSplit(0, Integer.MAX_VALUE, 0);
  }

  /** Sums over the customers of a node by bin. */
  private static final class BinSums {
    private final double[] residuals;
    private final double[] customers;

    BinSums(int bins) {
      residuals = new double[bins];
      customers = new double[bins];
    }

    void add(int bin, double residual) {
      residuals[bin] += residual;
      customers[bin]++;
    }
  }

  /** The sum of squares that the splits of each feature took off. */
  double[] gains() {
    return gains.clone();
  }

  /**
   * Grows the tree.
   *
   * @param least how many customers a node must have at least
   * @param rate the share of its customers' mean residual that a leaf holds
   */
  RegressionTree grow(double least, double rate) {
    RegressionTree tree = new RegressionTree(DEPTH);
    for (int level = 0; level < DEPTH; level++) {
      int first = (1 << level) - 1;
      NodeSplit[] best = best(first, least);
      for (int node = 0; node < best.length; node++) {
        NodeSplit split = best[node];
        if (split.gain() > 0) {
          tree.split(first + node, split.feature(), bins.edge(split.feature(), split.bin()));
          gains[split.feature()] += split.gain();
        }
      }
      for (int i = 0; i < nodes.length; i++) {
        NodeSplit split = best[nodes[i] - first];
        nodes[i] = 2 * nodes[i] + (bins.of(split.feature(), i) <= split.bin() ? 1 : 2);
      }
    }
    setLeaves(tree, rate);
    return tree;
  }

  private NodeSplit[] best(int first, double least) {
    NodeSplit[] best = new NodeSplit[first + 1];
    Arrays.fill(best, NodeSplit.NONE);
    for (int feature = 0; feature < bins.features(); feature++) {
      BinSums[] sums = sums(feature, first);
      for (int node = 0; node < best.length; node++) {
        NodeSplit found = best(feature, sums[node], least);
        best[node] = found.gain() > best[node].gain() ? found : best[node];
      }
    }
    return best;
  }

  private BinSums[] sums(int feature, int first) {
    BinSums[] sums = new BinSums[first + 1];
    Arrays.setAll(sums, node -> new BinSums(bins.bins(feature)));
    for (int i = 0; i < nodes.length; i++) {
      if (drawn[i]) {
        sums[nodes[i] - first].add(bins.of(feature, i), residuals[i]);
      }
    }
    return sums;
  }

  private static NodeSplit best(int feature, BinSums sums, double least) {
    double all = Arrays.stream(sums.customers).sum();
    double total = Arrays.stream(sums.residuals).sum();
    NodeSplit best = NodeSplit.NONE;
    double left = 0;
    double leftTotal = 0;
    for (int bin = 0; bin < sums.customers.length - 1; bin++) {
      left += sums.customers[bin];
      leftTotal += sums.residuals[bin];
      double right = all - left;
      if (left >= least && right >= least) {
        double rightTotal = total - leftTotal;
        double gain =
            leftTotal * leftTotal / left + rightTotal * rightTotal / right - total * total / all;
        best = gain > best.gain() ? new NodeSplit(feature, bin, gain) : best;
      }
    }
    return best;
  }

  private void setLeaves(RegressionTree tree, double rate) {
    int first = (1 << DEPTH) - 1;
    double[] totals = new double[1 << DEPTH];
    double[] customers = new double[1 << DEPTH];
    for (int i = 0; i < nodes.length; i++) {
      if (drawn[i]) {
        totals[nodes[i] - first] += residuals[i];
        customers[nodes[i] - first]++;
      }
    }
    for (int leaf = 0; leaf < totals.length; leaf++) {
      tree.setLeaf(leaf, customers[leaf] == 0 ? 0 : rate * totals[leaf] / customers[leaf]);
    }
  }
}
