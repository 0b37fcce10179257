package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.ValueRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private static final String LEAVING = "leave_after_two_strikes";
  private static final ValueRule<String> PEERS = ValueRule.oneOf(List.of("all", "rfm-group"));

  public SatisfactionSettings {
    expected = List.copyOf(expected);
    delivered = List.copyOf(delivered);
  }

  /** Reads the section {@code features.satisfaction}. */
  static SatisfactionSettings read(
      ConfigSection satisfaction, Map<String, BenchmarkSettings> benchmarks) {
    return new SatisfactionSettings(
        weights(satisfaction.section("expected"), List.of("price-rank", "past-rating", "peers")),
        weights(
            satisfaction.section("delivered"),
            List.of("rating", "on-time", "fault-free", "survey")),
        satisfaction.one("peers", PEERS).equals("rfm-group"),
        satisfaction.one("curve-days", NumberRules.COUNT),
        new SatisfactionSpans(
            satisfaction.one("reply-hours", NumberRules.COUNT),
            satisfaction.one("survival-days", NumberRules.COUNT),
            satisfaction.one("trust-days", NumberRules.COUNT)),
        Optional.ofNullable(benchmarks.get(LEAVING)));
  }

  private static List<Double> weights(ConfigSection parts, List<String> names) {
    List<Double> weights = new ArrayList<>();
    names.forEach(name -> weights.add(parts.one(name, NumberRules.PART)));
    if (weights.stream().allMatch(weight -> weight == 0)) {
      parts.fault(parts.name() + " is made from nothing; give one part a weight at least.");
    }
    return weights;
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
