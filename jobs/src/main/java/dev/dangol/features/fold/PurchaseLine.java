package dev.dangol.features.fold;

import org.apache.spark.unsafe.types.UTF8String;

/**
 * Line of a purchase or refund, as accumulators see it; its texts are another line's once it has
 * passed. Amounts are in ten-thousandths.
 */
public interface PurchaseLine {
  /** An amount that is not known. */
  long UNKNOWN = Long.MIN_VALUE;

  /** The day on which it was bought, in days since 1970. */
  int day();

  /**
   * The id of its order, for a refund of the one that it refunds; null where it has none: such
   * lines of one day are one order.
   */
  UTF8String order();

  /** Its category; null where that is not known. */
  UTF8String category();

  /** Its product; null where that is not known. */
  UTF8String product();

  /** Its product line; null where that is not known. */
  UTF8String productLine();

  /** The amount paid, negative for most refunds. */
  long net();

  /** The full price; {@link #UNKNOWN} for a refund too. */
  long list();

  /** The discount; {@link #UNKNOWN} for a refund too. */
  long discount();

  /** Pieces; {@link #UNKNOWN} for a refund too. */
  long quantity();

  /** Its cost to the business. */
  long cost();

  /** True with a promotion. */
  boolean isPromoted();

  /** A bit for each configured feature that it matters for. */
  long matches();
}
