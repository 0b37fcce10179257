package dev.dangol.experience;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sheet that measures write figures on: sums over customers, and rows of single customers. */
public final class FactSheet {
  /** The most figures that a key may have. */
  static final int WIDTH = 14;

  private final Map<FactKey, double[]> sums = new HashMap<>();
  private Map<FactKey, double[]> rows = new LinkedHashMap<>();

  /**
   * Adds figures to those of a key.
   *
   * @throws IllegalArgumentException where a key has more than a table of facts has columns for
   */
  void sum(FactKey key, double... figures) {
    check(figures);
    double[] sum = sums.computeIfAbsent(key, none -> new double[figures.length]);
    for (int place = 0; place < figures.length; place++) {
      sum[place] += figures[place];
    }
  }

  /** Notes figures of a customer, or of something of theirs, as many at most. */
  void row(FactKey key, double... figures) {
    check(figures);
    rows.put(key, figures);
  }

  private static void check(double[] figures) {
    if (figures.length > WIDTH) {
      throw new IllegalArgumentException("A key has more than " + WIDTH + " figures.");
    }
  }

  /** The rows since they were last taken. */
  Map<FactKey, double[]> takeRows() {
    Map<FactKey, double[]> taken = rows;
    rows = new LinkedHashMap<>();
    return taken;
  }

  Map<FactKey, double[]> sums() {
    return sums;
  }
}
