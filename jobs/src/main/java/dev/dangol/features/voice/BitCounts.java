package dev.dangol.features.voice;

import dev.dangol.features.fold.TalkRow;
import java.util.Arrays;

/** Counts of the rows of one customer that have a bit, by bit. */
final class BitCounts {
  private final long[] bits;
  private final long[] counts = new long[Long.SIZE];

  BitCounts(long... bits) {
    this.bits = bits.clone();
  }

  void clear() {
    Arrays.fill(counts, 0);
  }

  void add(TalkRow row) {
    for (long bit : bits) {
      counts[place(bit)] += row.is(bit) ? 1 : 0;
    }
  }

  /** The number of rows with the bit. */
  long of(long bit) {
    return counts[place(bit)];
  }

  private static int place(long bit) {
    return Long.numberOfTrailingZeros(bit);
  }
}
