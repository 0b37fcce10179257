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
  private final long[] bits = new long[TILE];
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
    Arrays.fill(bits, Long.MAX_VALUE);
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
    return Double.longBitsToDouble(bits[rowOfTile]);
  }

  /** Columns four at a time, in their order: sums are read and written a quarter as often. */
  private void measure(int centre) {
    Arrays.fill(trial, 0, length, 0);
    int column = 0;
    for (; column + 4 <= block.width(); column += 4) {
      addFourSquares(centre, column);
    }
    for (; column < block.width(); column++) {
      addSquares(centre, column);
    }
  }

  private void addFourSquares(int centre, int column) {
    double[] values = block.values();
    double[] sums = trial;
    int rows = length;
    int first = block.offset(column) + from;
    int second = block.offset(column + 1) + from;
    int third = block.offset(column + 2) + from;
    int fourth = block.offset(column + 3) + from;
    double firstCentre = centres.at(centre, column);
    double secondCentre = centres.at(centre, column + 1);
    double thirdCentre = centres.at(centre, column + 2);
    double fourthCentre = centres.at(centre, column + 3);
    for (int row = 0; row < rows; row++) {
      double one = values[first + row] - firstCentre;
      double two = values[second + row] - secondCentre;
      double three = values[third + row] - thirdCentre;
      double four = values[fourth + row] - fourthCentre;
      sums[row] = sums[row] + one * one + two * two + three * three + four * four;
    }
  }

  private void addSquares(int centre, int column) {
    double[] values = block.values();
    double[] sums = trial;
    int rows = length;
    int offset = block.offset(column) + from;
    double at = centres.at(centre, column);
    for (int row = 0; row < rows; row++) {
      double difference = values[offset + row] - at;
      sums[row] += difference * difference;
    }
  }

  /** Numbers of 0 or more are in the order of their bits, which Java compares without branching. */
  private void keepNearer(int centre) {
    long[] least = bits;
    double[] sums = trial;
    int[] nearest = index;
    int rows = length;
    for (int row = 0; row < rows; row++) {
      long own = Double.doubleToRawLongBits(sums[row]);
      long other = least[row];
      nearest[row] = own < other ? centre : nearest[row];
      least[row] = Math.min(own, other);
    }
  }
}
