package dev.dangol.segments;

import dev.dangol.segments.lineage.SegmentDescent;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A segment as it is published.
 *
 * @param id the same as long as the segment is the same; never another one's
 * @param profile the profile of its customers
 * @param descent its descent from segments of the earlier day
 */
record PublishedSegment(
    String id, SegmentName name, SegmentProfile profile, SegmentDescent descent) {

  /** The labels of customers' rows, in the order of the model's centres. */
  static List<SegmentLabel> labels(List<PublishedSegment> segments, int centres) {
    return IntStream.range(0, centres).mapToObj(centre -> label(segments, centre)).toList();
  }

  private static SegmentLabel label(List<PublishedSegment> segments, int centre) {
    return segments.stream()
        .filter(segment -> segment.profile().centre() == centre)
        .map(segment -> new SegmentLabel(segment.id(), segment.name().english()))
        .findFirst()
        .orElse(new SegmentLabel(null, null));
  }
}
