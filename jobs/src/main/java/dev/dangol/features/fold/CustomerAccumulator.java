package dev.dangol.features.fold;

/**
 * Accumulator of a family of measures. It adds up the rows of one customer after another, and holds
 * no row. Sources pass one by one, purchases first, and the rows of each in any order.
 */
public interface CustomerAccumulator {
  /** Forgets the customer before. */
  void begin();

  /** Adds a line that was bought. */
  default void purchase(PurchaseLine line) {
    // Most families are of one source.
  }

  /** Adds a line that was given back. */
  default void refund(PurchaseLine line) {
    // Most families are of what was bought.
  }

  /** Adds a line of an order with its delivery. */
  default void delivery(DeliveredLine line) {
    // Few families are of orders alone.
  }

  /** Adds a review. */
  default void review(CustomerReview review) {
    // Most families are of one source.
  }

  /** Adds a row of one of the sources of what is said and given. */
  default void talk(FoldedSource source, TalkRow row) {
    // Most families are of one source.
  }

  /** Adds an event. */
  default void event(EngagementEvent event) {
    // Most families are of one source.
  }

  /** Gives the customer's measures, in the order of the family's fields. */
  void end(FoldedCells cells);
}
