package dev.dangol.journey;

import java.util.Optional;

/** Referrals of one person by others, of which the first counts where nothing is odd about it. */
final class ReferralTrace {
  private TraceItem first;
  private boolean inRing;

  void add(TraceItem item) {
    if (item.kind() == TraceKind.RING) {
      inRing = true;
    } else if (first == null || isBefore(item, first)) {
      first = item;
    }
  }

  /**
   * The moment of the referral; empty where there is none, in a ring, or of somebody who had bought
   * before its day.
   *
   * @param firstPurchase the moment of their first purchase
   */
  Optional<Long> at(long firstPurchase) {
    return Optional.ofNullable(first)
        .filter(referral -> !inRing && referral.until() <= firstPurchase)
        .map(TraceItem::at);
  }

  private static boolean isBefore(TraceItem one, TraceItem other) {
    return one.at() < other.at()
        || (one.at() == other.at() && one.name().compareTo(other.name()) < 0);
  }
}
