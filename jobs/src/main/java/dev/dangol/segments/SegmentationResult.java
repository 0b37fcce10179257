package dev.dangol.segments;

import dev.dangol.segments.kmeans.ClusterCentres;
import dev.dangol.segments.kmeans.ClusterStability;
import dev.dangol.segments.kmeans.ClusterTrial;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Segmentation result: the findings of a fit, or of a stored model on the day's customers.
 *
 * @param model the chosen model
 * @param trials every number of segments that was tried; none for a stored model
 * @param chosen the index among the trials of the one that is used
 * @param stabilities the stability of each number of segments; none for a stored model
 * @param profiles the segments, in their final order
 * @param census the transition counts of the customers
 * @param survey the feature statistics of all customers
 * @param leftOut the configured features that were not used, each with the reason
 * @param ids the segments' ids in the order of the model's centres, where it was stored; else empty
 */
record SegmentationResult(
    SegmentModel model,
    List<ClusterTrial> trials,
    int chosen,
    ClusterStability stabilities,
    List<SegmentProfile> profiles,
    SegmentTransitions census,
    FeatureStatistics survey,
    Map<String, String> leftOut,
    List<String> ids) {

  /** The names of the segments before they have their ids, in the order of the centres. */
  List<String> placeNames() {
    return ids.isEmpty()
        ? IntStream.range(0, model.centres().count()).mapToObj(Integer::toString).toList()
        : ids;
  }

  /** The result without customers, in which there is nothing to find. */
  static SegmentationResult nobody(FeatureStatistics survey, Map<String, String> leftOut) {
    SegmentModel none =
        new SegmentModel(new FeaturePreparation(List.of(), List.of()), ClusterCentres.none());
    return new SegmentationResult(
        none,
        List.of(),
        -1,
        ClusterStability.NONE,
        List.of(),
        new SegmentTransitions(List.of()),
        survey,
        leftOut,
        List.of());
  }
}
