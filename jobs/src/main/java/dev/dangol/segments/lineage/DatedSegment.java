package dev.dangol.segments.lineage;

import java.util.List;

/**
 * A segment on one of the two days.
 *
 * @param id what the moves call it
 * @param centre in the scaled units of today's model; NaN where a feature was not measured
 */
public record DatedSegment(String id, List<Double> centre) {
  public DatedSegment {
    centre = List.copyOf(centre);
  }

  /** The Euclidean distance over the features measured in both; NaN where there are none. */
  double distance(DatedSegment other) {
    double squares = 0;
    int measured = 0;
    for (int i = 0; i < Math.min(centre.size(), other.centre.size()); i++) {
      double difference = centre.get(i) - other.centre.get(i);
      if (Double.isFinite(difference)) {
        squares += difference * difference;
        measured++;
      }
    }
    return measured == 0 ? Double.NaN : Math.sqrt(squares);
  }
}
