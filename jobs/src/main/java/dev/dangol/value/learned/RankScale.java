package dev.dangol.value.learned;

import java.io.Serializable;
import java.util.Arrays;

/** Percentile ranks among a sample: the share below, half of the equals included. */
public final class RankScale implements Serializable {
  private static final long serialVersionUID = 1;

  private final double[] sorted;

  /** Ranks among these values; at least one. */
  public RankScale(double[] values) {
    sorted = Arrays.stream(values).sorted().toArray();
  }

  /** The rank of any value, 0 to 1; between two of the sample by a straight line. */
  public double rank(double value) {
    int below = place(value, false);
    int until = place(value, true);
    double size = sorted.length;
    if (until > below || below == 0 || below == sorted.length) {
      return (below + until) / 2.0 / size;
    }
    double gap = sorted[below] - sorted[below - 1];
    return (below - 0.5 + (value - sorted[below - 1]) / gap) / size;
  }

  /** The number of the sample below the value, or at most it. */
  private int place(double value, boolean orEqual) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean before = orEqual ? sorted[middle] <= value : sorted[middle] < value;
      low = before ? middle + 1 : low;
      high = before ? high : middle;
    }
    return low;
  }
}
