package dev.dangol.segments.kmeans;

import java.util.Arrays;

/**
 * Walks over the rows that a model is fitted to, a tile at a time, and finds the nearest centre of
 * each; the first of them where several are equally near. Inside a tile the innermost loop runs
 * over rows, which lets the compiler use vector instructions without changing the order of any sum.
 */
final class Nearest {
  private static final int TILE = 512;

  private final Block block;
  private final Centres centres;
  private final int to;
  private final int[] index = new int[TILE];
  private final double[] distance = new double[TILE];
  private final double[] trial = new double[TILE];
  private int from;
  private int length;

  Nearest(Block block, Centres centres) {
    this.block = block;
    this.centres = centres;
    this.from = centres.part().from(block);
    this.to = centres.part().to(block);
  }

  /** Moves to the next tile; false after the last one. */
  boolean next() {
    from += length;
    length = Math.min(TILE, to - from);
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    for (int centre = 0; centre < centres.count() && length > 0; centre++) {
      measure(centre);
      keepNearer(centre);
    }
    return length > 0;
  }

  /** The first row of the tile. */
  int from() {
    return from;
  }

  /** How many rows the tile holds. */
  int length() {
    return length;
  }

  int index(int rowOfTile) {
    return index[rowOfTile];
  }

  double squaredDistance(int rowOfTile) {
    return distance[rowOfTile];
  }

  private void measure(int centre) {
    Arrays.fill(trial, 0, length, 0);
    for (int column = 0; column < block.width(); column++) {
      addSquares(block.offset(column) + from, centres.at(centre, column));
    }
  }

  private void addSquares(int offset, double centre) {
    double[] values = block.values();
    double[] sums = trial;
    int rows = length;
    for (int row = 0; row < rows; row++) {
      double difference = values[offset + row] - centre;
      sums[row] += difference * difference;
    }
  }

  private void keepNearer(int centre) {
    double[] least = distance;
    double[] sums = trial;
    int rows = length;
    for (int row = 0; row < rows; row++) {
      if (sums[row] < least[row]) {
        least[row] = sums[row];
        index[row] = centre;
      }
    }
  }
}
