package dev.dangol.segments;

/**
 * Where a customer belongs.
 *
 * @param segment the number of his segment's centre; negative where he is set aside
 * @param distance to that centre, in scaled units
 */
record SegmentPlace(int segment, double distance) {
  static final SegmentPlace ASIDE = new SegmentPlace(-1, Double.NaN);

  boolean aside() {
    return segment < 0;
  }
}
