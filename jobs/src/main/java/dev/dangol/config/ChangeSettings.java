package dev.dangol.config;

import java.util.OptionalInt;

/**
 * Bounds on changes of data from earlier days.
 *
 * @param volumeFrom the least that a volume may be, as a multiple of its median
 * @param volumeTo the most that it may be, as a multiple of its median
 * @param stops true where nothing is published when a check fails, false where it is only recorded
 * @param maxAgeDays how many days the newest row may be older than the as-of day; empty for any
 */
public record ChangeSettings(
    double volumeFrom, double volumeTo, boolean stops, OptionalInt maxAgeDays) {
  public static final ChangeSettings DEFAULT =
      new ChangeSettings(0.4, 4.0, false, OptionalInt.empty());
}
