package dev.dangol.segments.kmeans;

/**
 * Adjusted Rand index of two divisions of the same rows (Hubert and Arabie 1985). It is 1 for the
 * same division, about 0 for two that have nothing to do with each other, and below 0 for less
 * agreement than by chance.
 */
public final class AdjustedRand {
  private AdjustedRand() {}

  /**
   * Computes the index; 1 where both divisions are trivial, as one group or all rows apart.
   *
   * @param shared how many rows are in group i of the first and group j of the second division
   */
  public static double index(long[][] shared) {
    double together = 0;
    double first = 0;
    double rows = 0;
    for (long[] line : shared) {
      double size = 0;
      for (long cell : line) {
        together += pairs((double) cell);
        size += (double) cell;
      }
      first += pairs(size);
      rows += size;
    }
    double second = pairsOfColumns(shared);
    double expected = rows > 1 ? first * (second / pairs(rows)) : 0;
    double most = (first + second) / 2;
    return most == expected ? 1 : (together - expected) / (most - expected);
  }

  private static double pairsOfColumns(long[][] shared) {
    double pairs = 0;
    for (int column = 0; column < shared[0].length; column++) {
      double size = 0;
      for (long[] line : shared) {
        size += (double) line[column];
      }
      pairs += pairs(size);
    }
    return pairs;
  }

  private static double pairs(double rows) {
    return rows * (rows - 1) / 2;
  }
}
