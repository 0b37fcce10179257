package dev.dangol.segments.kmeans;

/** The rows of a block that a model is fitted to: all of them, or one of the two halves. */
public enum Part {
  ALL,
  FIRST,
  SECOND;

  int from(Block block) {
    return this == SECOND ? block.split() : 0;
  }

  int to(Block block) {
    return this == FIRST ? block.split() : block.rows();
  }
}
