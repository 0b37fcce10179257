package dev.dangol.features.fold;

import java.util.List;

/**
 * Rings of days between windows that end with the as-of day. The last holds all days before the
 * longest window. A row is counted in one ring; a window's count is the sum of its rings.
 */
public final class WindowRings {
  private final int asOf;
  private final int[] windows;

  /**
   * Rings of windows.
   *
   * @param asOf the day that is described, in days since 1970
   * @param windows in days, in any order
   */
  public WindowRings(int asOf, List<Integer> windows) {
    this.asOf = asOf;
    this.windows = windows.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  /** The number of rings. */
  public int size() {
    return windows.length + 1;
  }

  /** The ring of a day. */
  public int of(int day) {
    int ring = 0;
    while (ring < windows.length && asOf - day >= windows[ring]) {
      ring++;
    }
    return ring;
  }

  /** The sum of the rings in a window, of counts that begin at a place. */
  public long sum(long[] counts, int from, int window) {
    long sum = 0;
    for (int ring = 0; ring < windows.length && windows[ring] <= window; ring++) {
      sum = Math.addExact(sum, counts[from + ring]);
    }
    return sum;
  }

  /** The sum of all rings, of counts that begin at a place. */
  public long sum(long[] counts, int from) {
    long sum = 0;
    for (int ring = 0; ring < size(); ring++) {
      sum = Math.addExact(sum, counts[from + ring]);
    }
    return sum;
  }

  /** True for a day in a window. */
  public boolean holds(int day, int window) {
    return asOf - day < window;
  }
}
