package dev.dangol.features.fold;

import org.apache.spark.unsafe.types.UTF8String;

/** Event of a customer, as accumulators see it; its texts are another's once it has passed. */
public interface EngagementEvent {
  /** The kind of an event that is of none that is counted. */
  int NO_KIND = -1;

  /** The day of the event, in days since 1970. */
  int day();

  /** The number of its kind, counted from 0; {@link #NO_KIND} for any other. */
  int kind();

  /** Its channel; null where that is not known. */
  UTF8String channel();

  /** A bit for each configured feature that it matters for. */
  long matches();
}
