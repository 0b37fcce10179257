package dev.dangol.segments.kmeans;

/** Part of a block that a model is fitted to: all rows, or one of the two halves. */
public enum BlockPart {
  ALL,
  FIRST,
  SECOND;

  int from(RowBlock block) {
    return this == SECOND ? block.split() : 0;
  }

  int to(RowBlock block) {
    return this == FIRST ? block.split() : block.rows();
  }
}
