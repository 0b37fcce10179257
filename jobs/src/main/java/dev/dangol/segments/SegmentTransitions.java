package dev.dangol.segments;

import dev.dangol.segments.lineage.SegmentMove;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The customers counted by where they were and where they are.
 *
 * @param counts one line for each pair of places that holds anybody; today's segments go by the
 *     numbers of their centres
 */
record SegmentTransitions(List<TransitionCount> counts) {
  SegmentTransitions {
    counts = List.copyOf(counts);
  }

  /**
   * Customers who made the same move.
   *
   * @param netSales of all of them to date; of those who left none is known
   * @param nearest the one nearest to his segment's centre; empty for those in no segment
   */
  record TransitionCount(SegmentMove move, BigDecimal netSales, Optional<CentreDistance> nearest) {}

  /** A customer and his distance to his segment's centre, in scaled units. */
  record CentreDistance(double distance, String customer) {}

  /** Who went from where to where, with other names for today's segments. */
  List<SegmentMove> moves(List<String> names) {
    return counts.stream().map(TransitionCount::move).map(move -> rename(move, names)).toList();
  }

  private static SegmentMove rename(SegmentMove move, List<String> names) {
    boolean away = move.to().equals(SegmentMove.LEFT) || move.to().equals(SegmentMove.OUTLIER);
    String to = away ? move.to() : names.get(Integer.parseInt(move.to()));
    return new SegmentMove(move.from(), to, move.customers());
  }

  /** How many customers there are today, those set aside included. */
  long customers() {
    return counts.stream()
        .map(TransitionCount::move)
        .filter(move -> !move.to().equals(SegmentMove.LEFT))
        .mapToLong(SegmentMove::customers)
        .sum();
  }

  /** Net sales to date of all of them. */
  BigDecimal netSales() {
    return counts.stream().map(TransitionCount::netSales).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Net sales to date of the customers of each segment. */
  List<BigDecimal> netSales(int segments) {
    return IntStream.range(0, segments).mapToObj(this::netSalesOf).toList();
  }

  /** The typical member of each segment that holds anybody, by the number of its centre. */
  Map<Integer, String> medoids(int segments) {
    return IntStream.range(0, segments)
        .boxed()
        .filter(segment -> nearest(segment).isPresent())
        .collect(
            Collectors.toMap(
                segment -> segment, segment -> nearest(segment).orElseThrow().customer()));
  }

  private BigDecimal netSalesOf(int segment) {
    return counts.stream()
        .filter(count -> count.move().to().equals(Integer.toString(segment)))
        .map(TransitionCount::netSales)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Optional<CentreDistance> nearest(int segment) {
    return counts.stream()
        .filter(count -> count.move().to().equals(Integer.toString(segment)))
        .flatMap(count -> count.nearest().stream())
        .min(
            Comparator.comparingDouble(CentreDistance::distance)
                .thenComparing(CentreDistance::customer));
  }
}
