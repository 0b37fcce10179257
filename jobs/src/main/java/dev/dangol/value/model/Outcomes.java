package dev.dangol.value.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What customers with the same history went on to do, counted. Kept in one order. */
public final class Outcomes {
  private final List<Outcome> outcomes;

  private Outcomes(List<Outcome> outcomes) {
    this.outcomes = outcomes;
  }

  /**
   * Customers who had the same history and then did the same.
   *
   * @param before what was known of them
   * @param later on how many days they bought in the span that followed
   * @param customers how many they are
   */
  public record Outcome(History before, double later, double customers) {}

  /** Counts these. */
  public static Outcomes of(List<Outcome> outcomes) {
    List<Outcome> ordered = new ArrayList<>(outcomes);
    ordered.sort(
        Comparator.<Outcome>comparingDouble(o -> o.before.frequency())
            .thenComparingDouble(o -> o.before.recency())
            .thenComparingDouble(o -> o.before.age())
            .thenComparingDouble(Outcome::later)
            .thenComparingDouble(Outcome::customers));
    return new Outcomes(List.copyOf(ordered));
  }

  List<Outcome> all() {
    return outcomes;
  }
}
