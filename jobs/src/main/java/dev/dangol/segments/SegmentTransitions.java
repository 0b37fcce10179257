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
 * Transition counts between the previous and today's segments.
 *
 * @param counts one line for each pair of segments with customers; today's segments go by the
 *     numbers of their centres
 */
record SegmentTransitions(List<TransitionCount> counts) {
  SegmentTransitions {
    counts = List.copyOf(counts);
  }

  /**
   * Customers who made the same move.
   *
   * @param netSales of all of them to date; it is not known of those who left
   * @param nearest the one nearest to their segment's centre; empty for those in no segment
   */
  record TransitionCount(SegmentMove move, BigDecimal netSales, Optional<CentreDistance> nearest) {}

  /** A customer and their distance to the centre of their segment, in scaled units. */
  record CentreDistance(double distance, String customer) {}

  /** The moves between segments, with other names for today's segments. */
  List<SegmentMove> moves(List<String> names) {
    return counts.stream().map(TransitionCount::move).map(move -> rename(move, names)).toList();
  }

  private static SegmentMove rename(SegmentMove move, List<String> names) {
    boolean away = move.to().equals(SegmentMove.LEFT) || move.to().equals(SegmentMove.OUTLIER);
    String to = away ? move.to() : names.get(Integer.parseInt(move.to()));
    return new SegmentMove(move.from(), to, move.customers());
  }

  /** The number of customers today, those set aside included. */
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

  /** The typical member of each segment with customers, by the number of its centre. */
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
