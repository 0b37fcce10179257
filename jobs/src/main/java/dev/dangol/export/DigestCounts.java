package dev.dangol.export;

import dev.dangol.privacy.IdentifierHash;
import java.nio.ByteBuffer;

/**
 * Multiset of texts by the first 128 bits of their SHA-256. A text takes 20 bytes, so that a
 * million of them take some 40 MB.
 */
final class DigestCounts {
  private static final int FIRST_SLOTS = 1 << 10;

  private long[] high = new long[FIRST_SLOTS];
  private long[] low = new long[FIRST_SLOTS];
  private int[] counts = new int[FIRST_SLOTS];
  private int used;

  /** Adds a text; true where it was not there. */
  boolean add(String text) {
    if (2 * used >= counts.length) {
      grow();
    }
    ByteBuffer digest = ByteBuffer.wrap(IdentifierHash.digest(text));
    return add(digest.getLong(), digest.getLong(), 1);
  }

  boolean contains(String text) {
    ByteBuffer digest = ByteBuffer.wrap(IdentifierHash.digest(text));
    return counts[slot(digest.getLong(), digest.getLong())] > 0;
  }

  /** Takes a text out once; true where it was there. */
  boolean remove(String text) {
    ByteBuffer digest = ByteBuffer.wrap(IdentifierHash.digest(text));
    int slot = slot(digest.getLong(), digest.getLong());
    boolean there = counts[slot] > 0;
    if (there) {
      counts[slot]--;
    }
    return there;
  }

  private boolean add(long first, long second, int times) {
    int slot = slot(first, second);
    boolean fresh = counts[slot] == 0;
    if (high[slot] == 0 && low[slot] == 0) {
      used++;
    }
    high[slot] = first;
    low[slot] = second;
    counts[slot] += times;
    return fresh;
  }

  /** The place of a digest, or the free one that it would take; a digest of zeros has none. */
  private int slot(long first, long second) {
    int mask = counts.length - 1;
    int slot = (int) (first ^ (first >>> 32)) & mask;
    while ((high[slot] != 0 || low[slot] != 0) && (high[slot] != first || low[slot] != second)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    int[] oldCounts = counts;
    high = new long[2 * oldCounts.length];
    low = new long[2 * oldCounts.length];
    counts = new int[2 * oldCounts.length];
    used = 0;
    for (int slot = 0; slot < oldCounts.length; slot++) {
      if (oldCounts[slot] > 0) {
        add(oldHigh[slot], oldLow[slot], oldCounts[slot]);
      }
    }
  }
}
