package dev.dangol.segments.lineage;

import dev.dangol.config.SegmentContinuitySettings;
import dev.dangol.segments.lineage.SegmentDescent.DescentEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Lineage of segments: what became of the segments of an earlier day. Two segments are alike by w ·
 * J + (1 − w) / (1 + d), where J is the Jaccard index of their members known on both days, d the
 * distance of their centres, and w the weight of members; where one of the two cannot be measured,
 * the other decides alone. Of all ways to pair today's segments with the earlier ones, each once
 * and none below the least likeness, the one with the highest sum is taken, see {@link
 * OptimalAssignment}. What is left over is born, split off, merged or retired by where its members
 * come from and go to (compare MONIC, Spiliopoulou and others 2006).
 */
public final class SegmentLineage {
  private final List<DatedSegment> before;
  private final List<DatedSegment> now;
  private final MemberOverlap overlap;
  private final SegmentContinuitySettings rules;
  private final int[] successors;

  private SegmentLineage(
      List<DatedSegment> before,
      List<DatedSegment> now,
      List<SegmentMove> moves,
      SegmentContinuitySettings rules) {
    this.before = List.copyOf(before);
    this.now = List.copyOf(now);
    this.overlap = new MemberOverlap(before, now, moves);
    this.rules = rules;
    this.successors = new int[before.size()];
  }

  /**
   * Matches today's segments with the earlier ones.
   *
   * @param before the segments of the earlier day; ties go to the first ones
   * @param now today's
   */
  public static SegmentLineage of(
      List<DatedSegment> before,
      List<DatedSegment> now,
      List<SegmentMove> moves,
      SegmentContinuitySettings rules) {
    SegmentLineage lineage = new SegmentLineage(before, now, moves, rules);
    System.arraycopy(
        OptimalAssignment.best(lineage.gains()), 0, lineage.successors, 0, before.size());
    return lineage;
  }

  /** The same where customers were put into the earlier segments again: ids match the segments. */
  public static SegmentLineage unchanged(
      List<DatedSegment> before,
      List<DatedSegment> now,
      List<SegmentMove> moves,
      SegmentContinuitySettings rules) {
    SegmentLineage lineage = new SegmentLineage(before, now, moves, rules);
    List<String> ids = now.stream().map(DatedSegment::id).toList();
    for (int from = 0; from < before.size(); from++) {
      lineage.successors[from] = ids.indexOf(before.get(from).id());
    }
    return lineage;
  }

  /** The descent of each of today's segments, in their order. */
  public List<SegmentDescent> descents() {
    return IntStream.range(0, now.size()).mapToObj(this::descent).toList();
  }

  /** The segments that ended, with the segments of the earlier day as their only parents. */
  public List<SegmentDescent> retired() {
    return IntStream.range(0, before.size())
        .filter(this::hasEnded)
        .mapToObj(this::retired)
        .toList();
  }

  /** The likeness of two segments, 0 to 1. */
  double likeness(int from, int to) {
    double members = overlap.jaccard(from, to);
    double nearness = 1 / (1 + overlap.distance(from, to));
    if (Double.isNaN(members) || Double.isNaN(nearness)) {
      return Double.isNaN(members) ? orNone(nearness) : members;
    }
    return rules.membersWeight() * members + (1 - rules.membersWeight()) * nearness;
  }

  private double[][] gains() {
    double[][] gains = new double[before.size()][now.size()];
    for (int from = 0; from < before.size(); from++) {
      for (int to = 0; to < now.size(); to++) {
        double likeness = likeness(from, to);
        gains[from][to] = likeness >= rules.minLikeness() ? likeness : 0;
      }
    }
    return gains;
  }

  private boolean hasEnded(int from) {
    return successors[from] == OptimalAssignment.NONE;
  }

  private SegmentDescent descent(int to) {
    Optional<Integer> same = earlier().filter(from -> successors[from] == to).boxed().findFirst();
    List<Integer> ended =
        earlier()
            .filter(this::hasEnded)
            .filter(from -> overlap.taken(from, to) >= rules.parentShare())
            .boxed()
            .toList();
    if (same.isPresent()) {
      List<Integer> parents = new ArrayList<>(List.of(same.get()));
      parents.addAll(ended);
      LineageEvent event = ended.isEmpty() ? LineageEvent.MATCHED : LineageEvent.MERGED;
      return descent(event, Optional.of(before.get(same.get()).id()), parents, to);
    }
    if (ended.size() > 1) {
      return descent(LineageEvent.MERGED, Optional.empty(), ended, to);
    }
    return most(earlier(), from -> overlap.given(from, to))
        .filter(from -> overlap.given(from, to) >= rules.parentShare())
        .map(from -> descent(LineageEvent.SPLIT, Optional.empty(), List.of(from), to))
        .orElseGet(() -> descent(LineageEvent.BORN, Optional.empty(), List.of(), to));
  }

  private SegmentDescent descent(
      LineageEvent event, Optional<String> kept, List<Integer> parents, int to) {
    Optional<Integer> counterpart =
        parents.isEmpty()
            ? most(earlier(), from -> likeness(from, to))
            : Optional.of(parents.get(0));
    double shared =
        parents.isEmpty()
            ? earlier().mapToDouble(from -> overlap.given(from, to)).max().orElse(Double.NaN)
            : overlap.given(parents, to);
    return new SegmentDescent(
        event,
        kept,
        parents.stream().map(from -> before.get(from).id()).toList(),
        evidence(shared, counterpart.map(from -> new int[] {from, to})));
  }

  private SegmentDescent retired(int from) {
    Optional<Integer> counterpart = most(IntStream.range(0, now.size()), to -> likeness(from, to));
    double shared =
        IntStream.range(0, now.size())
            .mapToDouble(to -> overlap.taken(from, to))
            .max()
            .orElse(Double.NaN);
    String id = before.get(from).id();
    return new SegmentDescent(
        LineageEvent.RETIRED,
        Optional.of(id),
        List.of(id),
        evidence(shared, counterpart.map(to -> new int[] {from, to})));
  }

  private DescentEvidence evidence(double shared, Optional<int[]> pair) {
    return new DescentEvidence(
        shared,
        pair.map(p -> overlap.jaccard(p[0], p[1])).orElse(Double.NaN),
        pair.map(p -> overlap.distance(p[0], p[1])).orElse(Double.NaN));
  }

  private IntStream earlier() {
    return IntStream.range(0, before.size());
  }

  /**
   * The index with the highest value, the first of several; a value that is not measured is none.
   */
  private static Optional<Integer> most(IntStream places, IntToDoubleFunction value) {
    return places
        .boxed()
        .reduce(
            (one, other) ->
                orNone(value.applyAsDouble(other)) > orNone(value.applyAsDouble(one))
                    ? other
                    : one);
  }

  private static double orNone(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
