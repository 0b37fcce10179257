package dev.dangol.config;

import dev.dangol.config.SatisfactionSettings.SatisfactionSpans;
import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.ValueRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the section {@code features.satisfaction}. */
final class SatisfactionReader {
  private static final String LEAVING = "leave_after_two_strikes";
  private static final ValueRule<String> PEERS = ValueRule.oneOf(List.of("all", "rfm-group"));

  private SatisfactionReader() {}

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
}
