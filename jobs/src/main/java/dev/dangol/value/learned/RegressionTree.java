package dev.dangol.value.learned;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Regression tree of a fixed depth, kept in arrays as a heap. The children of node i are 2 i + 1
 * and 2 i + 2. A node that is not split sends everyone to the left.
 */
final class RegressionTree implements Serializable {
  private static final long serialVersionUID = 1;

  private final int depth;
  private final int[] features;
  private final double[] edges;
  private final double[] leaves;

  /** Makes a tree without splits, whose leaves are all 0. */
  RegressionTree(int depth) {
    this.depth = depth;
    this.features = new int[(1 << depth) - 1];
    this.edges = new double[features.length];
    this.leaves = new double[1 << depth];
    Arrays.fill(edges, Double.POSITIVE_INFINITY);
  }

  /** Sends values up to the edge left, others right. */
  void split(int node, int feature, double edge) {
    features[node] = feature;
    edges[node] = edge;
  }

  void setLeaf(int leaf, double value) {
    leaves[leaf] = value;
  }

  /** The value of the leaf that a vector falls into. */
  double value(double[] vector) {
    int node = 0;
    for (int level = 0; level < depth; level++) {
      node = 2 * node + (vector[features[node]] <= edges[node] ? 1 : 2);
    }
    return leaves[node - features.length];
  }
}
