package dev.dangol.segments;

import dev.dangol.segments.kmeans.RowBlock;
import java.io.Serializable;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Sums over the customers of each segment, in the measures' own units. Those set aside are counted
 * and are in no other sum.
 */
final class SegmentSums implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long[] fitted;
  private final long[] outliers;
  private final long[][] measured;
  private final double[][] sums;
  private final double[] squares;

  SegmentSums(SegmentModel model, int columns) {
    int segments = model.centres().count();
    fitted = new long[segments];
    outliers = new long[segments];
    measured = new long[segments][columns];
    sums = new double[segments][columns];
    squares = new double[model.preparation().width()];
  }

  static SegmentSums of(RowBlock raw, SegmentModel model) {
    SegmentSums tally = new SegmentSums(model, raw.width());
    double[] row = new double[raw.width()];
    double[] scaled = new double[model.preparation().width()];
    for (int i = 0; i < raw.rows(); i++) {
      raw.read(i, row);
      model.preparation().scale(row, scaled);
      int segment = model.centres().nearest(scaled);
      if (model.preparation().aside(row)) {
        tally.outliers[segment]++;
      } else {
        tally.add(segment, row, scaled);
      }
    }
    return tally;
  }

  /** Adds up the tallies of blocks, in the order of the blocks. */
  static SegmentSums total(SegmentModel model, int columns, List<SegmentSums> blocks) {
    SegmentSums total = new SegmentSums(model, columns);
    blocks.forEach(total::add);
    return total;
  }

  /** The customers of the segment, those set aside included. */
  long size(int segment) {
    return fitted[segment] + outliers[segment];
  }

  /** Those of them who are set aside. */
  long outliers(int segment) {
    return outliers[segment];
  }

  /**
   * The mean of a raw column over those customers of the segment who have it and are no outlier.
   */
  OptionalDouble mean(int segment, int column) {
    long count = measured[segment][column];
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sums[segment][column] / count);
  }

  /** The sum of the squares of a scaled feature over all customers who are not set aside. */
  double squares(int feature) {
    return squares[feature];
  }

  private void add(int segment, double[] row, double[] scaled) {
    fitted[segment]++;
    for (int column = 0; column < row.length; column++) {
      if (Double.isFinite(row[column])) {
        measured[segment][column]++;
        sums[segment][column] += row[column];
      }
    }
    for (int feature = 0; feature < scaled.length; feature++) {
      squares[feature] += scaled[feature] * scaled[feature];
    }
  }

  private void add(SegmentSums other) {
    for (int segment = 0; segment < fitted.length; segment++) {
      fitted[segment] += other.fitted[segment];
      outliers[segment] += other.outliers[segment];
      for (int column = 0; column < sums[segment].length; column++) {
        measured[segment][column] += other.measured[segment][column];
        sums[segment][column] += other.sums[segment][column];
      }
    }
    for (int feature = 0; feature < squares.length; feature++) {
      squares[feature] += other.squares[feature];
    }
  }
}
