package dev.dangol.segments.kmeans;

import java.util.Arrays;

/**
 * Finds the nearest centre of each row that a model is fitted to, a tile at a time. Where several
 * are equally near, it is the first of them. Inside a tile the innermost loop runs over rows, which
 * lets the compiler use vector instructions without changing the order of any sum.
 */
final class NearestCentres {
  private static final int TILE = 128;

  /** Sums and two columns. */
  private static final int LANES = 3 * TILE;

  private final RowBlock block;
  private final ClusterCentres centres;
  private final int to;
  private final int[] index = new int[TILE];
  private final long[] bits = new long[TILE];

  /**
   * The tile: a lane of sums, two lanes of columns, again sums, again two columns, and sums at the
   * end. The first sums are zeros; each pair of columns adds its squares to the sums before it and
   * leaves them behind it. All of it is one array with lanes at fixed distances, because Java's
   * compiler takes no two arrays of doubles for different ones when it looks for loops to
   * vectorise.
   */
  private final double[] lanes;

  private int from;
  private int length;

  NearestCentres(RowBlock block, ClusterCentres centres) {
    this.block = block;
    this.centres = centres;
    this.from = centres.part().from(block);
    this.to = centres.part().to(block);
    this.lanes = new double[(block.width() + 1) / 2 * LANES + TILE];
  }

  /** Moves to the next tile; false after the last one. */
  boolean next() {
    from += length;
    length = Math.min(TILE, to - from);
    if (length > 0) {
      readTile();
      Arrays.fill(bits, Long.MAX_VALUE);
      for (int centre = 0; centre < centres.count(); centre++) {
        keepNearer(centre, measured(centre));
      }
    }
    return length > 0;
  }

  /** The first row of the tile. */
  int from() {
    return from;
  }

  /** The number of rows in the tile. */
  int length() {
    return length;
  }

  int index(int rowOfTile) {
    return index[rowOfTile];
  }

  double squaredDistance(int rowOfTile) {
    return Double.longBitsToDouble(bits[rowOfTile]);
  }

  private void readTile() {
    for (int column = 0; column < block.width(); column++) {
      int lane = column / 2 * LANES + (1 + column % 2) * TILE;
      System.arraycopy(block.values(), block.offset(column) + from, lanes, lane, length);
    }
  }

  /** The lane that holds the squared distances from the centre; a missing last column is zeros. */
  private int measured(int centre) {
    int lane = 0;
    for (int column = 0; column < block.width(); column += 2) {
      double next = column + 1 < block.width() ? centres.at(centre, column + 1) : 0;
      addSquares(lanes, lane, centres.at(centre, column), next);
      lane += LANES;
    }
    return lane;
  }

  private static void addSquares(double[] lanes, int lane, double firstCentre, double nextCentre) {
    for (int row = lane; row < lane + TILE; row++) {
      double first = lanes[row + TILE] - firstCentre;
      double next = lanes[row + 2 * TILE] - nextCentre;
      lanes[row + LANES] = lanes[row] + first * first + next * next;
    }
  }

  /** Numbers of 0 or more are in the order of their bits, which Java compares without branching. */
  private void keepNearer(int centre, int lane) {
    double[] sums = lanes;
    long[] least = bits;
    int[] nearest = index;
    for (int row = 0; row < TILE; row++) {
      long own = Double.doubleToRawLongBits(sums[lane + row]);
      long other = least[row];
      nearest[row] = own < other ? centre : nearest[row];
      least[row] = Math.min(own, other);
    }
  }
}
