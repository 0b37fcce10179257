package dev.dangol.segments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Histogram of a feature over customers.
 *
 * @param edges the deciles of the day on which it was first drawn, each once, ascending
 * @param counts customers up to each edge and above the one before, then those above the last edge,
 *     then those without a value
 */
record FeatureHistogram(List<Double> edges, List<Long> counts) {
  private static final int BINS = 10;

  FeatureHistogram {
    edges = List.copyOf(edges);
    counts = List.copyOf(counts);
  }

  /** The histogram of the sampled customers, with edges of its own. */
  static FeatureHistogram of(FeatureStatistics survey, int column) {
    double[] sorted = survey.sortedValues(column);
    List<Double> edges = new ArrayList<>();
    for (int bin = 1; bin < BINS && sorted.length > 0; bin++) {
      double edge = OrderStatistics.at(sorted, (double) bin / BINS);
      if (edges.isEmpty() || edge > edges.get(edges.size() - 1)) {
        edges.add(edge);
      }
    }
    return new FeatureHistogram(edges, counts(edges, sorted, survey.sample().rows()));
  }

  /** The same bins for other customers. */
  FeatureHistogram again(FeatureStatistics survey, int column) {
    return new FeatureHistogram(
        edges, counts(edges, survey.sortedValues(column), survey.sample().rows()));
  }

  private static List<Long> counts(List<Double> edges, double[] measured, int rows) {
    double[] limits = edges.stream().mapToDouble(Double::doubleValue).toArray();
    Long[] counts = new Long[limits.length + 2];
    Arrays.fill(counts, 0L);
    for (double value : measured) {
      int place = Arrays.binarySearch(limits, value);
      counts[place < 0 ? -place - 1 : place]++;
    }
    counts[limits.length + 1] = (long) rows - measured.length;
    return List.of(counts);
  }
}
