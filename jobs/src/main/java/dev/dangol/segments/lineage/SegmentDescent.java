package dev.dangol.segments.lineage;

import java.util.List;
import java.util.Optional;

/**
 * Descent of a segment from those of the earlier day.
 *
 * @param event what happened to it
 * @param kept the id that it keeps; empty for one that was not there before
 * @param parents the segments of the earlier day that it comes from, the one that it continues
 *     first
 * @param evidence for that
 */
public record SegmentDescent(
    LineageEvent event, Optional<String> kept, List<String> parents, DescentEvidence evidence) {
  public SegmentDescent {
    parents = List.copyOf(parents);
  }

  /**
   * Evidence of the descent. Customers are those known on both days; a figure is NaN where there is
   * no customer, or nothing, to measure it by.
   *
   * @param sharedShare of the segment's customers those who come from its parents, from the segment
   *     that gave most where it has none, or, of one that ended, those that one segment took
   * @param jaccard of the members with the segment's counterpart: the one that it continues or
   *     comes from, else the one most alike
   * @param distance of the two centres, in scaled units
   */
  public record DescentEvidence(double sharedShare, double jaccard, double distance) {}
}
