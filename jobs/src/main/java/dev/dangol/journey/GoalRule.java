package dev.dangol.journey;

import java.io.Serializable;

/**
 * Rule of one goal.
 *
 * @param place its place among the goals, and the bit that says that a row serves it
 * @param name as tables call it
 * @param worth the value of a decision that is an event, in units; null for orders and without one
 */
public record GoalRule(int place, String name, Long worth) implements Serializable {
  /** True where a row with these bits serves the goal. */
  boolean isServedBy(long goals) {
    return (goals >> place & 1) == 1;
  }
}
