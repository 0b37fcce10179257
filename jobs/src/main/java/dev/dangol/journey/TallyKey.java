package dev.dangol.journey;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Key of a count over journeys.
 *
 * @param goal the goal's place
 * @param name a channel, kind, driver, error or class; null for none
 * @param stage a stage's place; 0 where there is none
 */
record TallyKey(int goal, TallyKind kind, String name, int stage)
    implements Comparable<TallyKey>, Serializable {
  private static final Comparator<TallyKey> IN_ORDER =
      Comparator.comparingInt(TallyKey::goal)
          .thenComparing(TallyKey::kind)
          .thenComparing(TallyKey::name, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparingInt(TallyKey::stage);

  @Override
  public int compareTo(TallyKey other) {
    return IN_ORDER.compare(this, other);
  }
}
