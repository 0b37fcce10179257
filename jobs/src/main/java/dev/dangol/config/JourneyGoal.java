package dev.dangol.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Goal that journeys lead to: orders, or events of a kind.
 *
 * @param name as tables call it
 * @param where SQL over the clean purchases, true of lines that serve it; empty for every line
 * @param events the events that are decisions; empty where orders are
 * @param kind the way in which its progress is counted
 * @param target its value when reached; empty for none
 * @param worth the value of one decision; empty where none is configured
 */
public record JourneyGoal(
    String name,
    Optional<String> where,
    List<String> events,
    GoalKind kind,
    Optional<BigDecimal> target,
    Optional<BigDecimal> worth) {
  public JourneyGoal {
    events = List.copyOf(events);
  }

  /** Measure of a goal's progress. */
  public enum GoalKind {
    /** The net amount of the lines that serve it. */
    REVENUE,
    /** The number of decisions, each of the value of one. */
    COUNT
  }

  /** True where events are its decisions, and not orders. */
  public boolean isOfEvents() {
    return !events.isEmpty();
  }

  /** The value of one decision, 1 where none is configured. */
  public BigDecimal valueOfOne() {
    return worth.orElse(BigDecimal.ONE);
  }
}
