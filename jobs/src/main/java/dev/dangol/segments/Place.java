package dev.dangol.segments;

/**
 * Where a customer belongs.
 *
 * @param segment the number of his segment's centre; negative where he is set aside
 * @param distance to that centre, in scaled units
 */
record Place(int segment, double distance) {
  static final Place ASIDE = new Place(-1, Double.NaN);

  boolean aside() {
    return segment < 0;
  }
}
