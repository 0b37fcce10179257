package dev.dangol.segments;

import dev.dangol.segments.kmeans.RowBlock;

/** Pearson's correlation of two columns. */
final class PearsonCorrelation {
  private PearsonCorrelation() {}

  /** From -1 to 1; 0 where one of the columns has a single value. */
  static double of(RowBlock rows, int one, int other) {
    double meanOne = mean(rows, one);
    double meanOther = mean(rows, other);
    double together = 0;
    double squaresOne = 0;
    double squaresOther = 0;
    for (int row = 0; row < rows.rows(); row++) {
      double x = rows.at(row, one) - meanOne;
      double y = rows.at(row, other) - meanOther;
      together += x * y;
      squaresOne += x * x;
      squaresOther += y * y;
    }
    double scale = Math.sqrt(squaresOne) * Math.sqrt(squaresOther);
    return scale == 0 ? 0 : Math.max(-1, Math.min(1, together / scale));
  }

  private static double mean(RowBlock rows, int column) {
    double sum = 0;
    for (int row = 0; row < rows.rows(); row++) {
      sum += rows.at(row, column);
    }
    return sum / rows.rows();
  }
}
