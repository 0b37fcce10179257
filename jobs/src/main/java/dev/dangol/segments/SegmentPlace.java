package dev.dangol.segments;

/**
 * Segment assignment of a customer.
 *
 * @param segment the number of their segment's centre; negative where they are set aside
 * @param distance to that centre, in scaled units
 */
record SegmentPlace(int segment, double distance) {
  static final SegmentPlace ASIDE = new SegmentPlace(-1, Double.NaN);

  boolean aside() {
    return segment < 0;
  }
}
