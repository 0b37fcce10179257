package dev.dangol.segments;

import dev.dangol.segments.lineage.Descent;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A segment as it is published.
 *
 * @param id the same as long as the segment is the same; never another one's
 * @param profile what its customers have in common
 * @param descent where it comes from
 */
record Segment(String id, Name name, Profile profile, Descent descent) {

  /** What customers' rows say, in the order of the model's centres. */
  static List<Label> labels(List<Segment> segments, int centres) {
    return IntStream.range(0, centres).mapToObj(centre -> label(segments, centre)).toList();
  }

  private static Label label(List<Segment> segments, int centre) {
    return segments.stream()
        .filter(segment -> segment.profile().centre() == centre)
        .map(segment -> new Label(segment.id(), segment.name().english()))
        .findFirst()
        .orElse(new Label(null, null));
  }
}
