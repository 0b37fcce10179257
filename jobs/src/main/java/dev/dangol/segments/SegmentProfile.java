package dev.dangol.segments;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Profile of a segment: its size, net sales, means and effects.
 *
 * @param centre the number of the segment's centre in the model
 * @param size how many customers
 * @param netSales their net sales to date
 * @param typical the mean of each feature used, in its own unit; an unmeasured one is absent
 * @param qualities the mean of each quality; an unmeasured one is absent
 * @param effects how the segment differs from everyone, strongest first
 * @param medoid the customer nearest to the centre, of several the first id; null without customers
 */
record SegmentProfile(
    int centre,
    long size,
    BigDecimal netSales,
    Map<String, Double> typical,
    Map<String, Double> qualities,
    List<FeatureEffect> effects,
    String medoid) {

  /** A segment without customers. */
  static SegmentProfile deserted(int centre) {
    return new SegmentProfile(centre, 0, BigDecimal.ZERO, Map.of(), Map.of(), List.of(), null);
  }
}
