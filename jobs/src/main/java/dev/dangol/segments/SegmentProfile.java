package dev.dangol.segments;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Profile of a segment: its size, net sales, means and effects.
 *
 * @param centre the number of the segment's centre in the model
 * @param size how many customers, those set aside from the fit included
 * @param outliers how many of them were set aside
 * @param netSales net sales to date of all of them
 * @param typical the mean of each feature used, in its own unit, over those who were not set aside;
 *     an unmeasured one is absent
 * @param qualities the mean of each quality over the same; an unmeasured one is absent
 * @param effects how the segment differs from everyone, strongest first
 * @param medoid the customer nearest to the centre, of several the first id; null where all were
 *     set aside
 */
record SegmentProfile(
    int centre,
    long size,
    long outliers,
    BigDecimal netSales,
    Map<String, Double> typical,
    Map<String, Double> qualities,
    List<FeatureEffect> effects,
    String medoid) {

  /** A segment without customers. */
  static SegmentProfile deserted(int centre) {
    return new SegmentProfile(centre, 0, 0, BigDecimal.ZERO, Map.of(), Map.of(), List.of(), null);
  }
}
