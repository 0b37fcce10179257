package dev.dangol.store;

import java.util.OptionalInt;

/**
 * Choice of the number of buckets. A small table has one, so that it is one file. Of large tables
 * all have the same number, so that their buckets lie side by side: as many as Spark makes parts of
 * rows that it moves, so that neither has to be moved to meet the other; fewer where files would be
 * tiny, and more where a bucket of the largest table would be hard to hold.
 *
 * @param configured the number that large tables have whatever their size; empty for by size
 * @param parts how many parts Spark makes of rows that it moves
 */
record BucketChoice(OptionalInt configured, int parts) {
  /** The fewest and the most bytes of Parquet that one bucket of the largest table should hold. */
  private static final long FEWEST_BYTES = 1L << 20;

  private static final long MOST_BYTES = 64L << 20;

  /** Factor by which a table may outgrow its buckets, or they it, before it is parted anew. */
  private static final int PATIENCE = 4;

  /**
   * The number of buckets to write a table in.
   *
   * @param bytes its size
   * @param largest the size of the largest table that lies beside it
   * @param stored the number that it has; kept as long as it will do
   */
  int of(long bytes, long largest, OptionalInt stored) {
    if (SmallInputs.areSmall(bytes)) {
      return 1;
    }
    if (configured.isPresent()) {
      return configured.getAsInt();
    }
    long needed =
        Math.max(ratio(largest, MOST_BYTES), Math.min(ratio(largest, FEWEST_BYTES), parts));
    int known = stored.orElse(1);
    boolean willDo = known > 1 && known <= needed * PATIENCE && needed <= (long) known * PATIENCE;
    return willDo ? known : (int) needed;
  }

  private static long ratio(long bytes, long size) {
    return (bytes + size - 1) / size;
  }
}
