package dev.dangol.segments.kmeans;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Starting centres by greedy k-means++ (Arthur and Vassilvitskii 2007). Of several draws per centre
 * the best is kept, as in their section 6. Gives fewer centres than asked where there are fewer
 * different rows.
 */
final class StartingCentres {
  private final RowBlock block;
  private final BlockPart part;
  private final Random random;
  private final double[] gaps;

  private StartingCentres(RowBlock block, BlockPart part, Random random) {
    this.block = block;
    this.part = part;
    this.random = random;
    this.gaps = new double[part.to(block) - part.from(block)];
    Arrays.fill(gaps, Double.POSITIVE_INFINITY);
  }

  static ClusterCentres of(RowBlock block, BlockPart part, int count, Random random) {
    return new StartingCentres(block, part, random).centres(count);
  }

  private ClusterCentres centres(int count) {
    List<double[]> points = new ArrayList<>();
    if (gaps.length > 0) {
      take(random.nextInt(gaps.length), points);
    }
    int draws = 2 + (int) Math.log(count);
    double[] candidateGaps = new double[gaps.length];
    while (points.size() < count && sum(gaps) > 0) {
      take(best(draws, candidateGaps), points);
    }
    return new ClusterCentres(part, block.width(), points.toArray(double[][]::new));
  }

  private void take(int row, List<double[]> points) {
    narrow(row, gaps);
    points.add(row(row));
  }

  private int best(int draws, double[] candidateGaps) {
    double least = Double.POSITIVE_INFINITY;
    int best = -1;
    double total = sum(gaps);
    for (int draw = 0; draw < draws; draw++) {
      int candidate = draw(random.nextDouble() * total);
      System.arraycopy(gaps, 0, candidateGaps, 0, gaps.length);
      narrow(candidate, candidateGaps);
      double cost = sum(candidateGaps);
      if (cost < least) {
        least = cost;
        best = candidate;
      }
    }
    return best;
  }

  /** The row at which the running sum of gaps passes the mark; never one that is a centre. */
  private int draw(double mark) {
    double running = 0;
    int last = 0;
    for (int row = 0; row < gaps.length; row++) {
      if (gaps[row] > 0) {
        last = row;
        running += gaps[row];
        if (running > mark) {
          return row;
        }
      }
    }
    return last;
  }

  /** Lowers every gap to the squared distance from the row, where that is nearer. */
  private void narrow(int row, double[] into) {
    ClusterCentres centre = new ClusterCentres(part, block.width(), new double[][] {row(row)});
    NearestCentres nearest = new NearestCentres(block, centre);
    int next = 0;
    while (nearest.next()) {
      for (int i = 0; i < nearest.length(); i++) {
        into[next] = Math.min(into[next], nearest.squaredDistance(i));
        next++;
      }
    }
  }

  private double[] row(int row) {
    double[] values = new double[block.width()];
    block.read(part.from(block) + row, values);
    return values;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
