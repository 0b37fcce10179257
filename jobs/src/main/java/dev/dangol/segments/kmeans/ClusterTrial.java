package dev.dangol.segments.kmeans;

import java.util.OptionalDouble;

/**
 * Trial of a number of segments, with its silhouette, stability and smallest share.
 *
 * @param silhouette -1 to 1; empty for one segment
 * @param stability adjusted Rand index of the models of two halves; empty where not measurable
 * @param smallestShare share of customers in the smallest segment, 0 to 1
 */
public record ClusterTrial(
    int k, OptionalDouble silhouette, OptionalDouble stability, double smallestShare) {

  /** The mean of silhouette and stability; what could not be measured counts as 0. */
  public double score() {
    return (silhouette.orElse(0) + stability.orElse(0)) / 2;
  }
}
