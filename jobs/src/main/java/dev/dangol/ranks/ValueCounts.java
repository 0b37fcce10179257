package dev.dangol.ranks;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Counts of the values of a measure, in memory that does not grow with the number of customers.
 *
 * <p>Up to 131,072 different values are counted exactly. Where there are more, neighbouring values
 * count as one: the last binary digits are dropped until no more than that many values are left.
 * The number of digits dropped depends on the values alone, not on the order or the partitions in
 * which they come.
 */
final class ValueCounts implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 1 << 17;
  private static final int BUFFER = 1 << 14;
  private static final int FEW = 1 << 6;

  private long[] keys = {};
  private long[] counts = {};
  private int dropped;
  private transient long[] waiting = {};
  private transient int size;

  /**
   * A whole number for each value, in the order of the values: the bits of negative ones are
   * flipped.
   */
  static long key(double value) {
    return turn(Double.doubleToLongBits(value + 0.0));
  }

  /** The lowest value that shares a key of which so many digits were dropped. */
  static double value(long key, int dropped) {
    return Double.longBitsToDouble(turn(key << dropped));
  }

  /** The highest value that shares such a key. */
  static double highest(long key, int dropped) {
    return Double.longBitsToDouble(turn(((key + 1) << dropped) - 1));
  }

  private static long turn(long bits) {
    return bits ^ ((bits >> 63) & Long.MAX_VALUE);
  }

  void add(double value) {
    if (size == BUFFER) {
      settle();
    } else if (size == waiting.length) {
      waiting = Arrays.copyOf(waiting, Math.min(BUFFER, Math.max(FEW, 4 * size)));
    }
    waiting[size++] = key(value);
  }

  /** Adds the counts of another, of whose keys so many digits were dropped. */
  void add(long[] otherKeys, long[] otherCounts, int otherDropped) {
    drop(Math.max(dropped, otherDropped));
    merge(shift(otherKeys, dropped - otherDropped), otherCounts);
    while (keys.length > MOST) {
      drop(dropped + 1);
    }
  }

  /** The keys that occur, in order. */
  long[] keys() {
    settle();
    return keys;
  }

  /** The number of occurrences of each key, in the same order. */
  long[] counts() {
    settle();
    return counts;
  }

  /** The number of binary digits dropped from the end of the keys. */
  int dropped() {
    settle();
    return dropped;
  }

  private void settle() {
    if (size > 0) {
      long[] ones = new long[size];
      Arrays.fill(ones, 1);
      long[] sorted = Arrays.copyOf(waiting, size);
      Arrays.sort(sorted);
      size = 0;
      add(sorted, ones, 0);
    }
  }

  private void drop(int digits) {
    if (digits > dropped) {
      long[] coarser = shift(keys, digits - dropped);
      long[] before = counts;
      dropped = digits;
      keys = new long[0];
      counts = new long[0];
      merge(coarser, before);
    }
  }

  private static long[] shift(long[] numbers, int digits) {
    return digits == 0 ? numbers : Arrays.stream(numbers).map(key -> key >> digits).toArray();
  }

  /** Both are in order; the other may hold a key several times. */
  private void merge(long[] otherKeys, long[] otherCounts) {
    long[] all = new long[keys.length + otherKeys.length];
    long[] sums = new long[all.length];
    int used = 0;
    int own = 0;
    int other = 0;
    while (own < keys.length || other < otherKeys.length) {
      boolean takeOwn =
          other == otherKeys.length || (own < keys.length && keys[own] <= otherKeys[other]);
      long key = takeOwn ? keys[own] : otherKeys[other];
      if (used == 0 || all[used - 1] != key) {
        all[used++] = key;
      }
      sums[used - 1] += takeOwn ? counts[own++] : otherCounts[other++];
    }
    keys = Arrays.copyOf(all, used);
    counts = Arrays.copyOf(sums, used);
  }
}
