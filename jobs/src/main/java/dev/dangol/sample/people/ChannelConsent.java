package dev.dangol.sample.people;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Consent of a customer to messages in a channel; a channel they never agreed to has none.
 *
 * @param granted when they agreed, in days since the start of the period
 * @param withdrawn when they took it back
 */
public record ChannelConsent(ConsentChannel channel, double granted, OptionalDouble withdrawn) {
  private static final double KEPT_BY_THE_WARM = 0.3;

  /** Channel in which the shop writes to people, or a purpose of its own. */
  public enum ConsentChannel {
    EMAIL(0.75),
    SMS(0.5),
    KAKAO(0.6),
    /** Addresses handed to advertising platforms. */
    ADS(0.65),
    /** E-mails between nine in the evening and eight in the morning. */
    EMAIL_NIGHT(0.2);

    private final double grantedShare;

    ConsentChannel(double grantedShare) {
      this.grantedShare = grantedShare;
    }
  }

  /** The consents of a customer: the colder they are, the likelier they are to take one back. */
  public static List<ChannelConsent> of(ShopPopulation shop, SampleShopper shopper) {
    SeededDraws draws = shop.draws(shopper.number(), SeededDraws.DrawPurpose.CONSENT);
    List<ChannelConsent> consents = new ArrayList<>();
    for (ConsentChannel channel : ConsentChannel.values()) {
      double withdrawnShare = KEPT_BY_THE_WARM * (1 - shopper.traits().warmth());
      double moment = draws.between(shopper.signedUp(), SamplePeriod.DAYS);
      boolean granted = draws.chance(channel.grantedShare);
      boolean withdrawn = draws.chance(withdrawnShare * withdrawnShare);
      if (granted) {
        OptionalDouble until = withdrawn ? OptionalDouble.of(moment) : OptionalDouble.empty();
        consents.add(new ChannelConsent(channel, shopper.signedUp(), until));
      }
    }
    return consents;
  }

  /** Those of them that are channels in which the shop writes to people. */
  static List<ChannelConsent> toMessages(ShopPopulation shop, SampleShopper shopper) {
    return of(shop, shopper).stream()
        .filter(consent -> consent.channel().compareTo(ConsentChannel.ADS) < 0)
        .toList();
  }

  /** The state that the shop knows at the end of the period. */
  public String state() {
    return withdrawn.isPresent() ? "withdrawn" : "granted";
  }

  /** The day since which that state holds. */
  public String since() {
    return SamplePeriod.dayOf(withdrawn.orElse(granted)).toString();
  }
}
