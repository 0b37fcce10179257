package dev.dangol.segments;

import dev.dangol.segments.kmeans.Centres;
import java.io.Serializable;

/**
 * The chosen model: from a raw row to a segment.
 *
 * @param preparation of raw rows
 * @param centres of the segments, in scaled units
 */
record Model(Preparation preparation, Centres centres) implements Serializable {

  /** The customer's place, by his raw row. */
  Place place(double[] raw) {
    if (preparation.aside(raw)) {
      return Place.ASIDE;
    }
    double[] scaled = new double[preparation.width()];
    preparation.scale(raw, scaled);
    int segment = centres.nearest(scaled);
    return new Place(segment, Math.sqrt(centres.squaredDistance(segment, scaled)));
  }
}
