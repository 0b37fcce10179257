package dev.dangol.features.fold;

/**
 * Line of an order with its delivery and price, as known on the day described or an earlier one.
 */
public interface DeliveredLine extends PurchaseLine {
  /** When it was bought or refunded, in microseconds since 1970. */
  long moment();

  /** False for a refund. */
  boolean isBought();

  /** True where it names the order that it refunds. */
  boolean namesOrder();

  /** The day promised, in days since 1970; only of a line that is late on a day. */
  int promisedOn();

  /** True where it was known on a day. */
  boolean isKnown(FoldedDay day);

  /** True where it is known on a day whether the promise was kept. */
  boolean isJudged(FoldedDay day);

  /** True where the promise was broken, as known on a day. */
  boolean isLate(FoldedDay day);

  /** True where its price can be compared with others of its category. */
  boolean isPriced();

  /** The price of a piece of a line that is priced. */
  double unitPrice();
}
