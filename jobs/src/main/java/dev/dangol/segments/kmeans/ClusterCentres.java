package dev.dangol.segments.kmeans;

import java.io.Serializable;
import java.util.Arrays;

/** The centres of a k-means model, and the part of the rows that it is fitted to. */
public final class ClusterCentres implements Serializable {
  private static final long serialVersionUID = 1L;

  private final BlockPart part;
  private final int width;
  private final int count;
  private final double[] values;

  ClusterCentres(BlockPart part, int width, double[][] points) {
    this.part = part;
    this.width = width;
    this.count = points.length;
    this.values = new double[count * width];
    for (int centre = 0; centre < count; centre++) {
      System.arraycopy(points[centre], 0, values, centre * width, width);
    }
  }

  /** A model of all customers with these centres. */
  public static ClusterCentres of(int width, double[][] points) {
    return new ClusterCentres(BlockPart.ALL, width, points);
  }

  /** A model without a centre, for no customers. */
  public static ClusterCentres none() {
    return new ClusterCentres(BlockPart.ALL, 0, new double[0][]);
  }

  public int count() {
    return count;
  }

  public int width() {
    return width;
  }

  public double at(int centre, int column) {
    return values[centre * width + column];
  }

  BlockPart part() {
    return part;
  }

  /** The coordinates of a centre. */
  public double[] point(int centre) {
    return Arrays.copyOfRange(values, centre * width, (centre + 1) * width);
  }

  double[][] points() {
    double[][] points = new double[count][];
    Arrays.setAll(points, this::point);
    return points;
  }

  /** The same centres, to be compared with every row. */
  ClusterCentres forAll() {
    return new ClusterCentres(BlockPart.ALL, width, points());
  }

  /** The centre nearest to a row, the first of them where several are equally near. */
  public int nearest(double[] row) {
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int centre = 0; centre < count; centre++) {
      double distance = squaredDistance(centre, row);
      if (distance < least) {
        least = distance;
        nearest = centre;
      }
    }
    return nearest;
  }

  /**
   * Adds up in the order of the columns, as {@link NearestCentres} does: both give the same bits.
   */
  public double squaredDistance(int centre, double[] row) {
    double sum = 0;
    for (int column = 0; column < width; column++) {
      double difference = row[column] - at(centre, column);
      sum += difference * difference;
    }
    return sum;
  }
}
