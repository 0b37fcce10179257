package dev.dangol.value.learned;

import java.util.Arrays;

/**
 * Features of a sample in bins of about as many customers each. A split is found by counting them.
 */
final class FeatureBins {
  private static final int MOST = 64;

  private final double[][] edges;
  private final byte[][] bins;

  /**
   * Bins a sample.
   *
   * @param vectors one vector of features for each customer; at least one
   */
  FeatureBins(double[][] vectors) {
    int features = vectors[0].length;
    edges = new double[features][];
    bins = new byte[features][vectors.length];
    for (int feature = 0; feature < features; feature++) {
      int at = feature;
      edges[feature] = edges(Arrays.stream(vectors).mapToDouble(v -> v[at]).sorted().toArray());
      for (int i = 0; i < vectors.length; i++) {
        bins[feature][i] = (byte) bin(edges[feature], vectors[i][feature]);
      }
    }
  }

  /** The values that end a bin, each once; the last bin has no end. */
  private static double[] edges(double[] sorted) {
    double[] cuts = new double[MOST - 1];
    int found = 0;
    double last = sorted[sorted.length - 1];
    for (int cut = 1; cut < MOST; cut++) {
      double value = sorted[(int) ((long) cut * (sorted.length - 1) / MOST)];
      if (value < last && (found == 0 || value > cuts[found - 1])) {
        cuts[found++] = value;
      }
    }
    return Arrays.copyOf(cuts, found);
  }

  private static int bin(double[] edges, double value) {
    int place = Arrays.binarySearch(edges, value);
    return place < 0 ? -place - 1 : place;
  }

  int features() {
    return edges.length;
  }

  int customers() {
    return bins[0].length;
  }

  int bins(int feature) {
    return edges[feature].length + 1;
  }

  /** The bin of a customer, from 0. */
  int of(int feature, int customer) {
    return bins[feature][customer];
  }

  /** The largest value of a bin. */
  double edge(int feature, int bin) {
    return edges[feature][bin];
  }
}
