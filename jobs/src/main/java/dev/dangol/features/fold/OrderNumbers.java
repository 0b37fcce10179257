package dev.dangol.features.fold;

import java.util.Arrays;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Numbers of the orders of one customer, from 0 in the order in which they come. An order is known
 * by its id; lines without one are an order a day. Keys lie one behind the other in one array, so
 * that of a customer with millions of orders no more is held than their ids and twelve bytes each.
 */
public final class OrderNumbers {
  private static final int FEW = 64;
  private static final byte BY_DAY = 0;
  private static final byte BY_ID = 1;

  private byte[] keys = new byte[FEW * Long.BYTES];

  /** The place behind the key of each number. */
  private int[] ends = new int[FEW];

  private int[] hashes = new int[FEW];

  /** One more than a number, at the place that its hash says or the next free one; else 0. */
  private int[] slots = new int[2 * FEW];

  private int size;

  /** Forgets all orders. */
  public void clear() {
    if (slots.length > 2 * FEW) {
      slots = new int[2 * FEW];
    } else {
      Arrays.fill(slots, 0);
    }
    size = 0;
  }

  /** The number of orders that have come. */
  public int size() {
    return size;
  }

  /** The number of a line's order, which is the next one where the order is new. */
  public int of(PurchaseLine line) {
    int from = size == 0 ? 0 : ends[size - 1];
    UTF8String id = line.order();
    return find(from, id == null ? put(from, line.day()) : put(from, id));
  }

  private int put(int from, UTF8String id) {
    int to = Math.addExact(from + 1, id.numBytes());
    reserve(to);
    keys[from] = BY_ID;
    id.writeToMemory(keys, Platform.BYTE_ARRAY_OFFSET + from + 1L);
    return to;
  }

  private int put(int from, int day) {
    int to = Math.addExact(from + 1, Integer.BYTES);
    reserve(to);
    keys[from] = BY_DAY;
    for (int place = 1; place <= Integer.BYTES; place++) {
      keys[from + place] = (byte) (day >> (Byte.SIZE * place - Byte.SIZE));
    }
    return to;
  }

  private void reserve(int length) {
    if (length > keys.length) {
      keys = Arrays.copyOf(keys, Math.max(length, keys.length + (keys.length >> 1)));
    }
  }

  private int find(int from, int to) {
    int hash = hash(from, to);
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0) {
      int number = slots[slot] - 1;
      if (hashes[number] == hash && isKey(number, from, to)) {
        return number;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = size + 1;
    return append(to, hash);
  }

  private int append(int to, int hash) {
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
      hashes = Arrays.copyOf(hashes, 2 * size);
    }
    ends[size] = to;
    hashes[size] = hash;
    size++;
    if (2 * size > slots.length) {
      spread();
    }
    return size - 1;
  }

  private void spread() {
    slots = new int[2 * slots.length];
    for (int number = 0; number < size; number++) {
      int slot = hashes[number] & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = number + 1;
    }
  }

  private boolean isKey(int number, int from, int to) {
    int start = number == 0 ? 0 : ends[number - 1];
    return Arrays.equals(keys, start, ends[number], keys, from, to);
  }

  private int hash(int from, int to) {
    int hash = 1;
    for (int place = from; place < to; place++) {
      hash = 31 * hash + keys[place];
    }
    hash *= 0x9E3779B9;
    return hash ^ (hash >>> 16);
  }
}
