package dev.dangol.segments.kmeans;

import java.io.Serializable;
import java.util.List;

/**
 * Silhouette with squared Euclidean distance, exact and in one pass. The mean squared distance of a
 * row x to the rows of a segment is |x|² + mean |y|² - 2 x · mean y (as in Spark's
 * ClusteringEvaluator). A row alone in its segment counts as 0, and so does every row where there
 * is one segment only.
 */
public final class Silhouette implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ClusterCentres centres;
  private final long[] counts;
  private final double[][] means;
  private final double[] meanSquares;

  /**
   * Prepares to measure rows.
   *
   * @param appraisal of the same centres over all rows
   */
  public Silhouette(ClusterCentres centres, CandidateEvaluation appraisal) {
    this.centres = centres;
    this.counts = new long[centres.count()];
    this.means = new double[centres.count()][];
    this.meanSquares = new double[centres.count()];
    for (int centre = 0; centre < centres.count(); centre++) {
      counts[centre] = appraisal.sums().count(centre);
      if (counts[centre] > 0) {
        means[centre] = appraisal.sums().mean(centre);
        meanSquares[centre] = appraisal.meanSquare(centre);
      }
    }
  }

  /** The sums of several models' silhouettes over one block. */
  public static double[] sums(RowBlock block, List<Silhouette> silhouettes) {
    return silhouettes.stream().mapToDouble(silhouette -> silhouette.sum(block)).toArray();
  }

  /** The sum of the silhouettes of a block's rows. */
  public double sum(RowBlock block) {
    double sum = 0;
    double[] row = new double[block.width()];
    NearestCentres nearest = new NearestCentres(block, centres);
    while (nearest.next()) {
      for (int i = 0; i < nearest.length(); i++) {
        block.read(nearest.from() + i, row);
        sum += of(row, nearest.index(i));
      }
    }
    return sum;
  }

  private double of(double[] row, int own) {
    double norm = 0;
    for (double value : row) {
      norm += value * value;
    }
    double neighbour = Double.POSITIVE_INFINITY;
    for (int centre = 0; centre < counts.length; centre++) {
      if (centre != own && counts[centre] > 0) {
        neighbour = Math.min(neighbour, meanDistance(row, norm, centre));
      }
    }
    if (counts[own] == 1 || neighbour == Double.POSITIVE_INFINITY) {
      return 0;
    }
    double among = meanDistance(row, norm, own) * counts[own] / (counts[own] - 1);
    double larger = Math.max(among, neighbour);
    return larger == 0 ? 0 : (neighbour - among) / larger;
  }

  private double meanDistance(double[] row, double norm, int centre) {
    double product = 0;
    double[] mean = means[centre];
    for (int column = 0; column < row.length; column++) {
      product += row[column] * mean[column];
    }
    return Math.max(0, norm + meanSquares[centre] - 2 * product);
  }
}
