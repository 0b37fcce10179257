package dev.dangol.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Whether one may write to a customer through a channel; a channel he never agreed to has none.
 *
 * @param granted when he agreed, in days since the start of the period
 * @param withdrawn when he took it back
 */
record Consent(Channel channel, double granted, OptionalDouble withdrawn) {
  private static final double KEPT_BY_THE_WARM = 0.3;

  /** How the shop writes to people. */
  enum Channel {
    EMAIL(0.75),
    SMS(0.5),
    KAKAO(0.6);

    private final double grantedShare;

    Channel(double grantedShare) {
      this.grantedShare = grantedShare;
    }
  }

  /** What a customer agreed to: the colder he is, the likelier he is to take it back. */
  static List<Consent> of(Shop shop, Shopper shopper) {
    Draws draws = shop.draws(shopper.number(), Draws.Purpose.CONSENT);
    List<Consent> consents = new ArrayList<>();
    for (Channel channel : Channel.values()) {
      double withdrawnShare = KEPT_BY_THE_WARM * (1 - shopper.traits().warmth());
      double moment = draws.between(shopper.signedUp(), Period.DAYS);
      boolean granted = draws.chance(channel.grantedShare);
      boolean withdrawn = draws.chance(withdrawnShare * withdrawnShare);
      if (granted) {
        OptionalDouble until = withdrawn ? OptionalDouble.of(moment) : OptionalDouble.empty();
        consents.add(new Consent(channel, shopper.signedUp(), until));
      }
    }
    return consents;
  }

  /** The state that the shop knows at the end of the period. */
  String state() {
    return withdrawn.isPresent() ? "withdrawn" : "granted";
  }

  /** The day since which that state holds. */
  String since() {
    return Period.dayOf(withdrawn.orElse(granted)).toString();
  }
}
