package dev.dangol.segments.kmeans;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A number of segments that was tried, and how good it was.
 *
 * @param silhouette -1 to 1; empty for one segment
 * @param stability adjusted Rand index of the models of two halves; empty where not measurable
 * @param smallestShare share of customers in the smallest segment, 0 to 1
 */
public record Trial(
    int k, OptionalDouble silhouette, OptionalDouble stability, double smallestShare) {

  /** The mean of silhouette and stability; what could not be measured counts as 0. */
  public double score() {
    return (silhouette.orElse(0) + stability.orElse(0)) / 2;
  }

  /**
   * The same, but the number of segments that there were before stays as long as it is allowed and
   * no other one scores higher by more than the least gain.
   */
  public static Trial chosen(List<Trial> trials, double minShare, int before, double minGain) {
    Trial best = chosen(trials, minShare);
    return trials.stream()
        .filter(trial -> trial.k() == before && trial.smallestShare() >= minShare)
        .filter(trial -> trial.score() >= best.score() - minGain)
        .findFirst()
        .orElse(best);
  }

  /**
   * The trial to use: of those whose smallest segment is large enough the one with the highest
   * score, or the smaller k of several; where none is, the one whose smallest segment is largest.
   */
  public static Trial chosen(List<Trial> trials, double minShare) {
    Comparator<Trial> smallerFirst = Comparator.comparing(Trial::k, Comparator.reverseOrder());
    return trials.stream()
        .filter(trial -> trial.smallestShare() >= minShare)
        .max(Comparator.comparingDouble(Trial::score).thenComparing(smallerFirst))
        .or(
            () ->
                trials.stream()
                    .max(
                        Comparator.comparingDouble(Trial::smallestShare)
                            .thenComparing(smallerFirst)))
        .orElseThrow();
  }
}
