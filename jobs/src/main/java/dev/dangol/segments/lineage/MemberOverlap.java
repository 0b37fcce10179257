package dev.dangol.segments.lineage;

import java.util.List;

/** Overlap of the members of two days' segments, over the customers known on both. */
final class MemberOverlap {
  private final List<DatedSegment> before;
  private final List<DatedSegment> now;
  private final long[][] shared;
  private final long[] earlier;
  private final long[] later;

  MemberOverlap(List<DatedSegment> before, List<DatedSegment> now, List<SegmentMove> moves) {
    this.before = before;
    this.now = now;
    this.shared = new long[before.size()][now.size()];
    this.earlier = new long[before.size()];
    this.later = new long[now.size()];
    moves.stream().filter(SegmentMove::isKnown).forEach(this::add);
  }

  private void add(SegmentMove move) {
    int from = place(before, move.from());
    int to = place(now, move.to());
    if (from >= 0) {
      earlier[from] += move.customers();
    }
    if (to >= 0) {
      later[to] += move.customers();
    }
    if (from >= 0 && to >= 0) {
      shared[from][to] += move.customers();
    }
  }

  private static int place(List<DatedSegment> spots, String id) {
    return spots.stream().map(DatedSegment::id).toList().indexOf(id);
  }

  /**
   * Jaccard index: the members of both, of those of either (Jaccard 1901); NaN where neither has
   * any.
   */
  double jaccard(int from, int to) {
    long either = earlier[from] + later[to] - shared[from][to];
    return either == 0 ? Double.NaN : (double) shared[from][to] / either;
  }

  /** The share of the earlier segment's members who are in the later one. */
  double taken(int from, int to) {
    return earlier[from] == 0 ? Double.NaN : (double) shared[from][to] / earlier[from];
  }

  /** The share of the later segment's members who were in the earlier one. */
  double given(int from, int to) {
    return later[to] == 0 ? Double.NaN : (double) shared[from][to] / later[to];
  }

  /** The share of the later segment's members who were in one of the earlier ones. */
  double given(List<Integer> from, int to) {
    long sum = from.stream().mapToLong(segment -> shared[segment][to]).sum();
    return later[to] == 0 ? Double.NaN : (double) sum / later[to];
  }

  double distance(int from, int to) {
    return before.get(from).distance(now.get(to));
  }
}
