package dev.dangol.segments;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Label of a segment in the rows of its customers.
 *
 * @param id the segment's id; null for one without customers
 * @param name the segment's name
 */
record SegmentLabel(String id, String name) implements Serializable {

  /** Plain numbers, before the segments have names. */
  static List<SegmentLabel> numbers(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new SegmentLabel(Integer.toString(i), ""))
        .toList();
  }
}
