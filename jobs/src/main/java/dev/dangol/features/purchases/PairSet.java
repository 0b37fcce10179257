package dev.dangol.features.purchases;

import java.util.Arrays;

/** Different pairs of numbers of 0 or more, in one array and without an object for a pair. */
final class PairSet {
  private static final int FEW = 128;
  private static final long FREE = -1;

  private long[] slots = new long[FEW];
  private int size;

  /** No pair yet. */
  PairSet() {
    Arrays.fill(slots, FREE);
  }

  /** Forgets all pairs. */
  void clear() {
    if (slots.length > FEW) {
      slots = new long[FEW];
    }
    Arrays.fill(slots, FREE);
    size = 0;
  }

  /** Adds a pair where it is new. */
  void add(int first, int second) {
    if (put(slots, ((long) first << Integer.SIZE) | second)) {
      size++;
      if (2 * size > slots.length) {
        grow();
      }
    }
  }

  /** Gives each pair, in no order. */
  void forEach(PairReader reader) {
    for (long pair : slots) {
      if (pair != FREE) {
        reader.read((int) (pair >> Integer.SIZE), (int) pair);
      }
    }
  }

  private void grow() {
    long[] larger = new long[2 * slots.length];
    Arrays.fill(larger, FREE);
    for (long pair : slots) {
      if (pair != FREE) {
        put(larger, pair);
      }
    }
    slots = larger;
  }

  private static boolean put(long[] slots, long pair) {
    int mask = slots.length - 1;
    int slot = (int) ((pair * 0x9E3779B97F4A7C15L) >>> Integer.SIZE) & mask;
    while (slots[slot] != FREE) {
      if (slots[slot] == pair) {
        return false;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = pair;
    return true;
  }

  /** Reader of pairs. */
  interface PairReader {
    /** Takes a pair. */
    void read(int first, int second);
  }
}
