package dev.dangol.features.voice;

import java.util.Arrays;
import java.util.List;

/** Active days of one customer as bits, a bit a day: each counts once, in whatever order. */
final class ActiveDays {
  private final long[] words;

  /**
   * No day yet.
   *
   * @param windows the windows in which days will be counted, in days
   */
  ActiveDays(List<Integer> windows) {
    int longest = windows.stream().mapToInt(Integer::intValue).max().orElse(0);
    this.words = new long[(longest + Long.SIZE - 1) / Long.SIZE];
  }

  void clear() {
    Arrays.fill(words, 0);
  }

  /** Marks a day, given how long ago it was; one before the longest window is left out. */
  void mark(int daysAgo) {
    if (daysAgo >= 0 && daysAgo / Long.SIZE < words.length) {
      words[daysAgo / Long.SIZE] |= 1L << daysAgo;
    }
  }

  /** The number of days in a window. */
  long count(int window) {
    long days = 0;
    for (int word = 0; word * Long.SIZE < window; word++) {
      int inside = Math.min(Long.SIZE, window - word * Long.SIZE);
      days += Long.bitCount(inside == Long.SIZE ? words[word] : words[word] & ((1L << inside) - 1));
    }
    return days;
  }
}
