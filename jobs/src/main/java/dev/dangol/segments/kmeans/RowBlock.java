package dev.dangol.segments.kmeans;

import java.io.Serializable;
import java.util.List;

/**
 * Rows of numbers, stored column by column. The rows of the first half come before those of the
 * second; inside a half they keep the order in which they were added. Missing is NaN, which only
 * blocks of raw values may hold.
 */
public final class RowBlock implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int width;
  private final int rows;
  private final int split;
  private final double[] values;

  RowBlock(int width, int rows, int split, double[] values) {
    this.width = width;
    this.rows = rows;
    this.split = split;
    this.values = values;
  }

  public int width() {
    return width;
  }

  public int rows() {
    return rows;
  }

  /** The number of rows in the first half. */
  public int split() {
    return split;
  }

  public double at(int row, int column) {
    return values[column * rows + row];
  }

  /** Copies a row into the array. */
  public void read(int row, double[] into) {
    for (int column = 0; column < width; column++) {
      into[column] = at(row, column);
    }
  }

  /** The half that a row belongs to. */
  public BlockPart half(int row) {
    return row < split ? BlockPart.FIRST : BlockPart.SECOND;
  }

  /** At most so many rows of the start of each half. */
  public RowBlock head(int rowsPerHalf) {
    BlockBuilder head = new BlockBuilder(width);
    addHead(head, BlockPart.FIRST, rowsPerHalf);
    addHead(head, BlockPart.SECOND, rowsPerHalf);
    return head.build();
  }

  /** All rows of the blocks, one block after the other inside each half. */
  public static RowBlock join(int width, List<RowBlock> blocks) {
    BlockBuilder joined = new BlockBuilder(width);
    blocks.forEach(block -> block.addHead(joined, BlockPart.FIRST, block.rows));
    blocks.forEach(block -> block.addHead(joined, BlockPart.SECOND, block.rows));
    return joined.build();
  }

  private void addHead(BlockBuilder into, BlockPart half, int atMost) {
    double[] values = new double[width];
    int from = half.from(this);
    int to = Math.min(half.to(this), from + Math.min(atMost, rows));
    for (int row = from; row < to; row++) {
      read(row, values);
      into.add(half, values);
    }
  }

  double[] values() {
    return values;
  }

  int offset(int column) {
    return column * rows;
  }
}
