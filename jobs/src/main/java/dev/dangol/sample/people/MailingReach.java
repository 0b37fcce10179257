package dev.dangol.sample.people;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Channel in which the shop may write to a customer, and for how long.
 *
 * @param from when they agreed
 * @param until when they took it back, with the last message that they got this way
 */
record MailingReach(MailingChannel way, LocalDateTime from, Optional<LocalDateTime> until) {
  private static final double PUSH_SHARE = 0.4;
  private static final double TIRED_OF_PUSH = 0.2;

  /** Channel of messages, as the mailing system calls it. */
  enum MailingChannel {
    MAIL("0.80", 0.45, 480),
    LMS("27.00", 0.7, 60),
    KAKAO("15.00", 0.8, 30),
    PUSH("0.00", 0.35, 20);

    /** Cost of one message, in won. */
    final String fee;

    /** The readiness of people to look at it, 0 to 1. */
    final double attention;

    /** Minutes until they do, on average. */
    final double minutes;

    MailingChannel(String fee, double attention, double minutes) {
      this.fee = fee;
      this.attention = attention;
      this.minutes = minutes;
    }
  }

  /** The channels they agreed to, and the app's notifications, which no customer file holds. */
  static List<MailingReach> of(ShopPopulation shop, SampleShopper shopper, SeededDraws draws) {
    List<MailingReach> ways = new ArrayList<>();
    LocalDateTime signedUp = shopper.at(shopper.signedUp());
    for (ChannelConsent consent : ChannelConsent.toMessages(shop, shopper)) {
      Optional<LocalDateTime> withdrawn =
          consent.withdrawn().stream().mapToObj(shopper::at).findFirst();
      ways.add(new MailingReach(way(consent.channel()), signedUp, withdrawn));
    }
    boolean allowed = draws.chance(PUSH_SHARE);
    boolean tired = draws.chance(TIRED_OF_PUSH * (1 - shopper.traits().warmth()));
    LocalDateTime moment = shopper.at(draws.between(shopper.signedUp(), SamplePeriod.DAYS));
    if (allowed) {
      ways.add(
          new MailingReach(
              MailingChannel.PUSH, signedUp, tired ? Optional.of(moment) : Optional.empty()));
    }
    return ways;
  }

  private static MailingChannel way(ChannelConsent.ConsentChannel channel) {
    return switch (channel) {
      case EMAIL -> MailingChannel.MAIL;
      case SMS -> MailingChannel.LMS;
      case KAKAO -> MailingChannel.KAKAO;
      default -> throw new IllegalArgumentException(channel + " carries no messages");
    };
  }

  boolean isOpen(LocalDateTime at) {
    return !at.isBefore(from) && until.map(at::isBefore).orElse(true);
  }
}
