package dev.dangol.features.fold;

import org.apache.spark.unsafe.types.UTF8String;

/** Line of a purchase, as accumulators see it; its texts are another line's once it has passed. */
public interface PurchaseLine {
  /** The day on which it was bought, in days since 1970. */
  int day();

  /** Its category; null where that is not known. */
  UTF8String category();

  /** Its product; null where that is not known. */
  UTF8String product();
}
