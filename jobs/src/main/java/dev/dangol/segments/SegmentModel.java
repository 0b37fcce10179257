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

  /** The customer's segment, by their raw row. */
  SegmentPlace place(double[] raw) {
    if (preparation.aside(raw)) {
      return SegmentPlace.ASIDE;
    }
    double[] scaled = new double[preparation.width()];
    preparation.scale(raw, scaled);
    int segment = centres.nearest(scaled);
    return new SegmentPlace(segment, Math.sqrt(centres.squaredDistance(segment, scaled)));
  }
}
