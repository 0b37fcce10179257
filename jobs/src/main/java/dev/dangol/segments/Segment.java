package dev.dangol.segments;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A segment as it is published.
 *
 * @param id s1 for the segment with the highest net sales per customer, s2 for the next…
 */
record Segment(String id, Name name, Profile profile) {

  /** Numbers and names the segments, which are in their final order. */
  static List<Segment> numbered(List<Profile> profiles) {
    List<Name> names = Naming.of(profiles.stream().map(Profile::effects).toList());
    return IntStream.range(0, profiles.size())
        .mapToObj(i -> new Segment("s" + (i + 1), names.get(i), profiles.get(i)))
        .toList();
  }

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
