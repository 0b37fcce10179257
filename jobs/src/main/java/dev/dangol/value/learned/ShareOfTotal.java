package dev.dangol.value.learned;

import java.util.Arrays;

/** Shares of a total. */
final class ShareOfTotal {
  private ShareOfTotal() {}

  /** The share of each part, none below 0; all 0 where the total is. */
  static double[] of(double[] parts) {
    double total = Arrays.stream(parts).sum();
    return Arrays.stream(parts).map(part -> total > 0 ? part / total : 0).toArray();
  }
}
