package dev.dangol.segments.kmeans;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sums over the rows around each centre: everything that Lloyd's step needs. */
public final class CentreSums implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int width;
  private final long[] counts;
  private final double[] values;
  private double cost;

  CentreSums(int centres, int width) {
    this.width = width;
    this.counts = new long[centres];
    this.values = new double[centres * width];
  }

  public static CentreSums of(RowBlock block, ClusterCentres centres) {
    CentreSums sums = new CentreSums(centres.count(), centres.width());
    NearestCentres nearest = new NearestCentres(block, centres);
    while (nearest.next()) {
      sums.add(block, nearest);
    }
    return sums;
  }

  /** The sums of several models over one block. */
  public static List<CentreSums> of(RowBlock block, List<ClusterCentres> models) {
    List<CentreSums> sums = new ArrayList<>();
    models.forEach(centres -> sums.add(of(block, centres)));
    return sums;
  }

  /** Adds up the sums of several blocks, in the order of the blocks. */
  public static CentreSums total(ClusterCentres centres, List<CentreSums> blocks) {
    CentreSums total = new CentreSums(centres.count(), centres.width());
    blocks.forEach(total::add);
    return total;
  }

  /** The number of rows. */
  public long rows() {
    return Arrays.stream(counts).sum();
  }

  /** Adds another block's sums; blocks have to be added in one fixed order. */
  void add(CentreSums other) {
    for (int centre = 0; centre < counts.length; centre++) {
      counts[centre] += other.counts[centre];
    }
    for (int i = 0; i < values.length; i++) {
      values[i] += other.values[i];
    }
    cost += other.cost;
  }

  void add(RowBlock block, NearestCentres tile) {
    int rows = tile.length();
    for (int row = 0; row < rows; row++) {
      counts[tile.index(row)]++;
      cost += tile.squaredDistance(row);
    }
    double[] points = block.values();
    for (int column = 0; column < width; column++) {
      int offset = block.offset(column) + tile.from();
      for (int row = 0; row < rows; row++) {
        values[tile.index(row) * width + column] += points[offset + row];
      }
    }
  }

  /** The number of rows that are nearest to the centre. */
  public long count(int centre) {
    return counts[centre];
  }

  /** The sum of squared distances of all rows to their centres. */
  double cost() {
    return cost;
  }

  /** The sum of a column over the rows nearest to the centre. */
  public double sum(int centre, int column) {
    return values[centre * width + column];
  }

  /** The mean of the rows nearest to the centre, which has to have some. */
  double[] mean(int centre) {
    double[] mean = new double[width];
    for (int column = 0; column < width; column++) {
      mean[column] = sum(centre, column) / counts[centre];
    }
    return mean;
  }
}
