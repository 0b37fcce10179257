package dev.dangol.features.fold;

import org.apache.spark.unsafe.types.UTF8String;

/** Review of a customer, as accumulators see it; its texts are another's once it has passed. */
public interface CustomerReview {
  /** A number that is not known. */
  long UNKNOWN = Long.MIN_VALUE;

  /** When it was written, in microseconds since 1970. */
  long moment();

  /** The day on which it was written, in days since 1970. */
  int day();

  /** The rating, on the configured scale. */
  double rating();

  /** The rating in billionths. */
  long ratingUnits();

  /** The rating on the scale from 0 to 1, in trillionths; {@link #UNKNOWN} without a scale. */
  long scaledUnits();

  /** The number of characters; {@link #UNKNOWN} without a text. */
  long length();

  /** The number of others who found it helpful; {@link #UNKNOWN} where that is not known. */
  long helpfulVotes();

  /** The product; null where that is not known. */
  UTF8String product();

  /** True where it was known on a day. */
  boolean isKnown(FoldedDay day);
}
