package dev.dangol.features.voice;

import java.util.BitSet;
import java.util.List;

/**
 * Days on which something happened to a customer, as bits: a bit for each day before the as-of day.
 */
final class ContactDays {
  private final int asOf;
  private final BitSet ago = new BitSet();

  /**
   * Days up to an as-of day.
   *
   * @param asOf in days since 1970
   */
  ContactDays(int asOf) {
    this.asOf = asOf;
  }

  void clear() {
    ago.clear();
  }

  /** Marks a day up to the as-of day; a later one is left out. */
  void mark(int day) {
    if (day <= asOf) {
      ago.set(asOf - day);
    }
  }

  /** The days, each once, the latest first. */
  List<Integer> days() {
    return ago.stream().mapToObj(before -> asOf - before).toList();
  }
}
