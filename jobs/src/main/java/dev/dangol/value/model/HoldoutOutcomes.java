package dev.dangol.value.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Holdout outcomes: the counted later purchases of customers with the same history. Kept in one
 * order.
 */
public final class HoldoutOutcomes {
  private final List<HoldoutOutcome> outcomes;

  private HoldoutOutcomes(List<HoldoutOutcome> outcomes) {
    this.outcomes = outcomes;
  }

  /**
   * Customers who had the same history and then did the same.
   *
   * @param before what was known of them
   * @param later on how many days they bought in the span that followed
   * @param customers how many they are
   */
  public record HoldoutOutcome(PurchaseHistory before, double later, double customers) {}

  /** Counts these. */
  public static HoldoutOutcomes of(List<HoldoutOutcome> outcomes) {
    List<HoldoutOutcome> ordered = new ArrayList<>(outcomes);
    ordered.sort(
        Comparator.<HoldoutOutcome>comparingDouble(o -> o.before.frequency())
            .thenComparingDouble(o -> o.before.recency())
            .thenComparingDouble(o -> o.before.age())
            .thenComparingDouble(HoldoutOutcome::later)
            .thenComparingDouble(HoldoutOutcome::customers));
    return new HoldoutOutcomes(List.copyOf(ordered));
  }

  List<HoldoutOutcome> all() {
    return outcomes;
  }
}
