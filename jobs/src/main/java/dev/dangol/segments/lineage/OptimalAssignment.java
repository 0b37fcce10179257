package dev.dangol.segments.lineage;

import java.util.Arrays;

/**
 * Optimal assignment of rows to columns, each at most once, with the highest total gain (Kuhn 1955,
 * Munkres 1957). It is found by shortest augmenting paths with prices, as by Jonker and Volgenant
 * 1987.
 */
public final class OptimalAssignment {
  /** The value for no column. */
  public static final int NONE = -1;

  private final double[][] gains;
  private final int size;
  private final double[] rowPrices;
  private final double[] columnPrices;
  private final int[] rowOfColumn;
  private final int[] columnBefore;

  private OptimalAssignment(double[][] gains, int size) {
    this.gains = gains;
    this.size = size;
    this.rowPrices = new double[size + 1];
    this.columnPrices = new double[size + 1];
    this.rowOfColumn = new int[size + 1];
    this.columnBefore = new int[size + 1];
  }

  /**
   * The column of each row; {@link #NONE} where pairing it would gain nothing.
   *
   * @param gains of each row with each column, 0 or more; 0 for two that may not be paired
   */
  public static int[] best(double[][] gains) {
    int columns = gains.length == 0 ? 0 : gains[0].length;
    OptimalAssignment assignment = new OptimalAssignment(gains, Math.max(gains.length, columns));
    for (int row = 1; row <= assignment.size; row++) {
      assignment.place(row);
    }
    int[] columnOfRow = new int[gains.length];
    Arrays.fill(columnOfRow, NONE);
    for (int column = 1; column <= columns; column++) {
      int row = assignment.rowOfColumn[column];
      if (row <= gains.length && gains[row - 1][column - 1] > 0) {
        columnOfRow[row - 1] = column - 1;
      }
    }
    return columnOfRow;
  }

  /** Finds a column for one more row, along the cheapest chain of rows that make way. */
  private void place(int row) {
    double[] slack = new double[size + 1];
    Arrays.fill(slack, Double.POSITIVE_INFINITY);
    boolean[] seen = new boolean[size + 1];
    rowOfColumn[0] = row;
    int column = 0;
    while (rowOfColumn[column] != 0) {
      seen[column] = true;
      tighten(column, seen, slack);
      int next = tightest(seen, slack);
      reprice(slack[next], seen, slack);
      column = next;
    }
    while (column != 0) {
      int before = columnBefore[column];
      rowOfColumn[column] = rowOfColumn[before];
      column = before;
    }
  }

  private void tighten(int from, boolean[] seen, double[] slack) {
    int row = rowOfColumn[from];
    for (int column = 1; column <= size; column++) {
      double cost = -gain(row, column) - rowPrices[row] - columnPrices[column];
      if (!seen[column] && cost < slack[column]) {
        slack[column] = cost;
        columnBefore[column] = from;
      }
    }
  }

  private int tightest(boolean[] seen, double[] slack) {
    int tightest = 0;
    for (int column = 1; column <= size; column++) {
      if (!seen[column] && slack[column] < slack[tightest]) {
        tightest = column;
      }
    }
    return tightest;
  }

  private void reprice(double by, boolean[] seen, double[] slack) {
    for (int column = 0; column <= size; column++) {
      if (seen[column]) {
        rowPrices[rowOfColumn[column]] += by;
        columnPrices[column] -= by;
      } else {
        slack[column] -= by;
      }
    }
  }

  private double gain(int row, int column) {
    boolean real = row <= gains.length && column <= gains[row - 1].length;
    return real ? gains[row - 1][column - 1] : 0;
  }
}
