package dev.dangol.segments.kmeans;

import java.util.Arrays;

/** Collects rows into a block; every row of the first half has to come before the second half. */
public final class BlockBuilder {
  private static final int FIRST_CAPACITY = 64;

  private final int width;
  private int rows;
  private int split;
  private double[] byRow;

  public BlockBuilder(int width) {
    this.width = width;
    this.byRow = new double[width * FIRST_CAPACITY];
  }

  /** Adds a copy of the row. */
  public void add(BlockPart half, double[] row) {
    if (half == BlockPart.FIRST && split < rows) {
      throw new IllegalArgumentException("A row of the first half after one of the second");
    }
    int end = Math.multiplyExact(rows + 1, width);
    if (end > byRow.length) {
      byRow = Arrays.copyOf(byRow, Math.max(end, Math.multiplyExact(byRow.length / 2, 3)));
    }
    System.arraycopy(row, 0, byRow, rows * width, width);
    rows++;
    if (half == BlockPart.FIRST) {
      split++;
    }
  }

  public RowBlock build() {
    double[] byColumn = new double[rows * width];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < width; column++) {
        byColumn[column * rows + row] = byRow[row * width + column];
      }
    }
    return new RowBlock(width, rows, split, byColumn);
  }
}
