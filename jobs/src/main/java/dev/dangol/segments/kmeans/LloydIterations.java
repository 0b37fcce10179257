package dev.dangol.segments.kmeans;

import java.util.List;
import java.util.Random;

/**
 * Lloyd's algorithm for k-means. Rows go to their nearest centre, centres go to the mean of their
 * rows, until no centre moves further than a tolerance, or for {@link #MOST_STEPS} steps.
 * Tolerances are in the unit of the rows.
 */
public final class LloydIterations {
  /** For all customers, and to rank starts: finer than chance pins a centre down. */
  public static final double COARSE = 0.01;

  /** For the sample, where steps cost nothing: often the exact end. */
  public static final double FINE = 1e-6;

  static final int MOST_STEPS = 100;

  /** The number of starts that are tried on the sample; the one with the lowest cost is kept. */
  static final int STARTS = 8;

  private LloydIterations() {}

  /** The number of different rows in the block, counted no further than the limit. */
  public static int differentRows(RowBlock block, int limit) {
    return StartingCentres.of(block, BlockPart.ALL, limit, new Random(0)).count();
  }

  /**
   * The best model of the sample over several starts; it may have fewer centres than asked.
   *
   * @param seed the same seed, sample and number of centres give the same model
   */
  public static ClusterCentres best(RowBlock sample, BlockPart part, int count, long seed) {
    ClusterCentres best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int start = 0; start < STARTS; start++) {
      long mixed = seed + 0x9E3779B97F4A7C15L * (1 + start + (long) STARTS * count);
      ClusterCentres model =
          fit(StartingCentres.of(sample, part, count, new Random(mixed)), sample, COARSE);
      double cost = CentreSums.of(sample, model).cost();
      if (best == null || cost < least) {
        least = cost;
        best = model;
      }
    }
    return fit(best, sample, FINE);
  }

  /**
   * The model that starts from earlier centres, unless the best one costs less by more than a
   * share.
   *
   * @param minGain that share of the former's cost
   */
  public static ClusterCentres keep(
      RowBlock sample, double[][] earlier, ClusterCentres best, double minGain) {
    ClusterCentres kept = fit(ClusterCentres.of(sample.width(), earlier), sample, FINE);
    double least = CentreSums.of(sample, best).cost();
    return least < (1 - minGain) * CentreSums.of(sample, kept).cost() ? best : kept;
  }

  private static ClusterCentres fit(ClusterCentres start, RowBlock rows, double tolerance) {
    LockstepModels fit = new LockstepModels(List.of(start), rows, tolerance);
    while (!fit.done()) {
      fit.advance(List.of(CentreSums.of(rows, fit.running())));
    }
    return fit.models().get(0);
  }

  /** A centre that has lost all its rows goes to the sample's row that is furthest from others. */
  static ClusterCentres move(ClusterCentres before, CentreSums sums, RowBlock sample) {
    double[][] points = before.points();
    for (int centre = 0; centre < points.length; centre++) {
      if (sums.count(centre) > 0) {
        points[centre] = sums.mean(centre);
      }
    }
    ClusterCentres moved = new ClusterCentres(before.part(), before.width(), points);
    for (int centre = 0; centre < points.length; centre++) {
      if (sums.count(centre) == 0) {
        points[centre] = furthest(moved, sample, points[centre]);
        moved = new ClusterCentres(before.part(), before.width(), points);
      }
    }
    return moved;
  }

  static boolean isSettled(ClusterCentres before, ClusterCentres after, double tolerance) {
    for (int centre = 0; centre < before.count(); centre++) {
      double step = before.squaredDistance(centre, after.point(centre));
      if (step > tolerance * tolerance) {
        return false;
      }
    }
    return true;
  }

  private static double[] furthest(ClusterCentres centres, RowBlock sample, double[] otherwise) {
    double most = 0;
    double[] furthest = otherwise;
    NearestCentres nearest = new NearestCentres(sample, centres);
    while (nearest.next()) {
      for (int i = 0; i < nearest.length(); i++) {
        if (nearest.squaredDistance(i) > most) {
          most = nearest.squaredDistance(i);
          furthest = new double[sample.width()];
          sample.read(nearest.from() + i, furthest);
        }
      }
    }
    return furthest;
  }
}
