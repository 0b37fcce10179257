package dev.dangol.store;

import java.util.OptionalInt;

/**
 * Choice of the number of buckets. A small table has one, so that it is one file. Of large tables
 * all have the same number, a power of two, so that their buckets lie side by side: enough for each
 * core, and for none of the largest table's to be hard to hold.
 *
 * @param configured the number that large tables have whatever their size; empty for by size
 * @param cores how many tasks run at once
 */
record BucketChoice(OptionalInt configured, int cores) {
  /** The most bytes of Parquet that one bucket should hold. */
  static final long MOST_BYTES = 64L << 20;

  /** How many buckets each core gets, so that cores end at about the same time. */
  private static final int EACH_CORE = 2;

  /** How far a table may outgrow its buckets, or they it, before it is parted anew. */
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
    long wanted = Math.max((long) EACH_CORE * cores, (largest + MOST_BYTES - 1) / MOST_BYTES);
    long needed = wanted == 1 ? 1 : Long.highestOneBit(wanted - 1) * 2;
    int known = stored.orElse(1);
    boolean willDo = known > 1 && known <= needed * PATIENCE && needed <= (long) known * PATIENCE;
    return willDo ? known : (int) needed;
  }
}
