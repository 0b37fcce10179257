package dev.dangol.journey;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Key under which touches and their costs are added up.
 *
 * @param part the part of the cost
 * @param month as {@link TraceItem#month}
 * @param stage the place of the stage
 * @param channel null for none
 * @param campaign null for none, and where costs are not spread by campaign
 */
record CostKey(CostPart part, int month, int stage, String channel, String campaign)
    implements Comparable<CostKey>, Serializable {
  private static final Comparator<String> NULL_FIRST =
      Comparator.nullsFirst(Comparator.naturalOrder());
  private static final Comparator<CostKey> IN_ORDER =
      Comparator.comparing(CostKey::part)
          .thenComparingInt(CostKey::month)
          .thenComparingInt(CostKey::stage)
          .thenComparing(CostKey::channel, NULL_FIRST)
          .thenComparing(CostKey::campaign, NULL_FIRST);

  @Override
  public int compareTo(CostKey other) {
    return IN_ORDER.compare(this, other);
  }
}
