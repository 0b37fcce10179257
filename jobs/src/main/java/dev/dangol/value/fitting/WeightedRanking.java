package dev.dangol.value.fitting;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Weighted percentile ranks of values in ascending order; equal values share a rank. */
public final class WeightedRanking {
  private final double[] values;
  private final double[] weights;
  private final int[] order;
  private final double total;

  public WeightedRanking(double[] values, double[] weights) {
    this.values = values;
    this.weights = weights;
    this.order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.total = IntStream.of(order).mapToDouble(i -> weights[i]).sum();
  }

  /** Spearman's correlation, with shared ranks for equals; NaN where either is the same for all. */
  public static double correlation(double[] one, double[] other, double[] weights) {
    double[] x = new WeightedRanking(one, weights).places();
    double[] y = new WeightedRanking(other, weights).places();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < weights.length; i++) {
      xy += weights[i] * (x[i] - 0.5) * (y[i] - 0.5);
      xx += weights[i] * Math.pow(x[i] - 0.5, 2);
      yy += weights[i] * Math.pow(y[i] - 0.5, 2);
    }
    return xx * yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
  }

  /**
   * The percentile rank of each value: the share of the weight below it, half of that of its equals
   * included.
   */
  public double[] places() {
    return spread((below, equal) -> (below + equal / 2) / total);
  }

  /** The share of each value that is among the largest that weigh so much together, 0 to 1. */
  public double[] top(double size) {
    return spread(
        (below, equal) -> Math.min(1, Math.max(0, (size - (total - below - equal)) / equal)));
  }

  private interface RankVisitor {
    double of(double below, double equal);
  }

  private double[] spread(RankVisitor place) {
    double[] results = new double[values.length];
    double below = 0;
    int next = 0;
    while (next < order.length) {
      int end = next;
      double equal = 0;
      while (end < order.length && values[order[end]] == values[order[next]]) {
        equal += weights[order[end]];
        end++;
      }
      double result = place.of(below, equal);
      for (int i = next; i < end; i++) {
        results[order[i]] = result;
      }
      below += equal;
      next = end;
    }
    return results;
  }
}
