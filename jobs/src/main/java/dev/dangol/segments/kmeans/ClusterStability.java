package dev.dangol.segments.kmeans;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Stability of each number of segments, smoothed over days. Stability is measured on one division
 * into halves and changes from day to day by chance, as much as numbers of segments differ; so a
 * day's stability counts for half, and that of the fit before, taken the same way, for the rest,
 * which leaves √(½ ÷ 1½) = 58 % of that chance (exponential smoothing). The silhouette is over all
 * customers and is used as it is.
 *
 * @param byNumber by number of segments; the stability of a first fit is used as it is
 */
public record ClusterStability(Map<Integer, Double> byNumber) {
  /** The value where no number was tried. */
  public static final ClusterStability NONE = new ClusterStability(Map.of());

  private static final double TODAY = 0.5;
  private static final double PLAIN = 2;

  /** Puts the stabilities in ascending order of the numbers of segments. */
  public ClusterStability {
    byNumber = new TreeMap<>(byNumber);
  }

  /**
   * The smoothed stabilities of today.
   *
   * @param before that of the fit before; empty where there was none with the same settings
   */
  public static ClusterStability of(List<ClusterTrial> trials, Map<Integer, Double> before) {
    Map<Integer, Double> stabilities = new TreeMap<>();
    for (ClusterTrial trial : trials) {
      double today = trial.stability().orElse(0);
      double known = before.getOrDefault(trial.k(), today);
      stabilities.put(trial.k(), TODAY * today + (1 - TODAY) * known);
    }
    return new ClusterStability(stabilities);
  }

  /**
   * The trial to use: of those whose smallest segment is large enough the one with the best score,
   * or the smaller k of several; where none is, the one whose smallest segment is largest.
   */
  ClusterTrial best(List<ClusterTrial> trials, double minShare) {
    return best(trials, minShare, this::score);
  }

  /**
   * The same, but the number of segments of the last day is kept as long as it is allowed, no other
   * one scores better by more than the least gain, and none is better on the day alone by more than
   * twice that: what is plain need not wait.
   */
  public ClusterTrial kept(List<ClusterTrial> trials, double minShare, int before, double minGain) {
    ClusterTrial best = best(trials, minShare);
    ClusterTrial today = best(trials, minShare, ClusterTrial::score);
    Optional<ClusterTrial> was =
        trials.stream()
            .filter(trial -> trial.k() == before && trial.smallestShare() >= minShare)
            .findFirst();
    if (was.isPresent() && today.score() - was.get().score() > PLAIN * minGain) {
      return today;
    }
    return was.filter(trial -> score(trial) >= score(best) - minGain).orElse(best);
  }

  private static ClusterTrial best(
      List<ClusterTrial> trials, double minShare, ToDoubleFunction<ClusterTrial> score) {
    Comparator<ClusterTrial> smallerFirst =
        Comparator.comparing(ClusterTrial::k, Comparator.reverseOrder());
    return trials.stream()
        .filter(trial -> trial.smallestShare() >= minShare)
        .max(Comparator.comparingDouble(score).thenComparing(smallerFirst))
        .or(
            () ->
                trials.stream()
                    .max(
                        Comparator.comparingDouble(ClusterTrial::smallestShare)
                            .thenComparing(smallerFirst)))
        .orElseThrow();
  }

  /** The mean of today's silhouette and the smoothed stability. */
  private double score(ClusterTrial trial) {
    return (trial.silhouette().orElse(0) + byNumber.getOrDefault(trial.k(), 0.0)) / 2;
  }
}
