package dev.dangol.config;

import java.util.List;
import java.util.Optional;

/**
 * Settings of satisfaction and bad experiences (strikes).
 *
 * @param expected the weights of price rank, own past rating and peers, 0 or more, in this order
 * @param delivered the weights of rating, on time, fault free and survey, 0 or more, in this order
 * @param peersOfSegment true where a customer's peers are those of their segment, not all customers
 * @param curveDays how long before the as-of day the gaps of the curve are measured, in days
 * @param spans the periods that are waited for
 * @param leaving a published figure on leaving after two strikes
 */
public record SatisfactionSettings(
    List<Double> expected,
    List<Double> delivered,
    boolean peersOfSegment,
    int curveDays,
    SatisfactionSpans spans,
    Optional<BenchmarkSettings> leaving) {
  public SatisfactionSettings {
    expected = List.copyOf(expected);
    delivered = List.copyOf(delivered);
  }

  /**
   * Periods of waiting.
   *
   * @param replyHours hours within which a first reply to a support case is due
   * @param survivalDays days after a strike within which a purchase shows that a customer stayed
   * @param trustDays days before the latest purchase from which a strike may have broken trust
   */
  public record SatisfactionSpans(int replyHours, int survivalDays, int trustDays) {}
}
