package dev.dangol.segments;

import java.util.Arrays;

/** Order statistics of sorted values; none depends on how far away the extreme values are. */
final class OrderStatistics {
  private OrderStatistics() {}

  /** The value below which that share of the values lies, interpolated. */
  static double at(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    double part = position - below;
    return part == 0 ? sorted[below] : sorted[below] * (1 - part) + sorted[above] * part;
  }

  static double median(double[] sorted) {
    return at(sorted, 0.5);
  }

  /** The 95th percentile, or the value next below: one extreme value never reaches it. */
  static double high(double[] sorted) {
    return sorted[(int) Math.floor(0.95 * (sorted.length - 1))];
  }

  /** The 5th percentile, or the value next above. */
  static double low(double[] sorted) {
    return sorted[(int) Math.ceil(0.05 * (sorted.length - 1))];
  }

  /** The median distance from a point, of those values that are not there; 0 for none. */
  static double departure(double[] values, double point) {
    double[] distances =
        Arrays.stream(values)
            .filter(value -> value != point)
            .map(value -> Math.abs(value - point))
            .sorted()
            .toArray();
    return distances.length == 0 ? 0 : distances[(distances.length - 1) / 2];
  }

  /** The standard deviation of all the values. */
  static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return values.length == 0 ? 0 : Math.sqrt(squares / values.length);
  }
}
