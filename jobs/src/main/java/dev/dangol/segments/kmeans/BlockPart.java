package dev.dangol.segments.kmeans;

/** The rows of a block that a model is fitted to: all of them, or one of the two halves. */
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
