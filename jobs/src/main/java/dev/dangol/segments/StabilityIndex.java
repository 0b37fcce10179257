package dev.dangol.segments;

import java.util.List;

/**
 * Population stability index (PSI) of two divisions of customers into the same bins. It is the sum
 * of (a − e) · ln(a / e), where e is a bin's share before and a its share now (Siddiqi, Credit Risk
 * Scorecards, 2006; it is the sum of both Kullback-Leibler divergences). Every bin counts half a
 * customer more than it holds, so that an empty one does not make the index infinite.
 */
final class StabilityIndex {
  private static final double MORE = 0.5;

  private StabilityIndex() {}

  /** The index, 0 for the same shares; both lists have the same bins in the same order. */
  static double of(List<Long> before, List<Long> now) {
    double wasAll = all(before);
    double isAll = all(now);
    double index = 0;
    for (int bin = 0; bin < before.size(); bin++) {
      double was = ((double) before.get(bin) + MORE) / wasAll;
      double is = ((double) now.get(bin) + MORE) / isAll;
      index += (is - was) * Math.log(is / was);
    }
    return index;
  }

  private static double all(List<Long> counts) {
    return counts.stream().mapToDouble(count -> (double) count + MORE).sum();
  }
}
