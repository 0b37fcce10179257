package dev.dangol.segments;

import dev.dangol.segments.kmeans.ClusterCentres;
import java.io.Serializable;

/**
 * The chosen model, which assigns raw rows to segments.
 *
 * @param preparation of raw rows
 * @param centres of the segments, in scaled units
 */
record SegmentModel(FeaturePreparation preparation, ClusterCentres centres)
    implements Serializable {

  /** The customer's segment, by their raw row; those set aside have the nearest as well. */
  SegmentPlace place(double[] raw) {
    double[] scaled = new double[preparation.width()];
    preparation.scale(raw, scaled);
    int segment = centres.nearest(scaled);
    double distance = Math.sqrt(centres.squaredDistance(segment, scaled));
    return new SegmentPlace(segment, distance, preparation.aside(raw));
  }
}
