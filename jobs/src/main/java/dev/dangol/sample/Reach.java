package dev.dangol.sample;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way in which the shop may write to a customer, and for how long.
 *
 * @param from when he agreed
 * @param until when he took it back, with the last message that he got this way
 */
record Reach(Way way, LocalDateTime from, Optional<LocalDateTime> until) {
  private static final double PUSH_SHARE = 0.4;
  private static final double TIRED_OF_PUSH = 0.2;

  /** How messages go out, as the mailing system calls it. */
  enum Way {
    MAIL("0.80", 0.45, 480),
    LMS("27.00", 0.7, 60),
    KAKAO("15.00", 0.8, 30),
    PUSH("0.00", 0.35, 20);

    /** Cost of one message, in won. */
    final String fee;

    /** How readily people look at it, 0 to 1. */
    final double attention;

    /** Until they do, on average. */
    final double minutes;

    Way(String fee, double attention, double minutes) {
      this.fee = fee;
      this.attention = attention;
      this.minutes = minutes;
    }
  }

  /** The ways he agreed to, and the app's notifications, which no customer file knows of. */
  static List<Reach> of(Shop shop, Shopper shopper, Draws draws) {
    List<Reach> ways = new ArrayList<>();
    LocalDateTime signedUp = shopper.at(shopper.signedUp());
    for (Consent consent : Consent.of(shop, shopper)) {
      Optional<LocalDateTime> withdrawn =
          consent.withdrawn().stream().mapToObj(shopper::at).findFirst();
      ways.add(new Reach(way(consent.channel()), signedUp, withdrawn));
    }
    boolean allowed = draws.chance(PUSH_SHARE);
    boolean tired = draws.chance(TIRED_OF_PUSH * (1 - shopper.traits().warmth()));
    LocalDateTime moment = shopper.at(draws.between(shopper.signedUp(), Period.DAYS));
    if (allowed) {
      ways.add(new Reach(Way.PUSH, signedUp, tired ? Optional.of(moment) : Optional.empty()));
    }
    return ways;
  }

  private static Way way(Consent.Channel channel) {
    return switch (channel) {
      case EMAIL -> Way.MAIL;
      case SMS -> Way.LMS;
      case KAKAO -> Way.KAKAO;
    };
  }

  boolean isOpen(LocalDateTime at) {
    return !at.isBefore(from) && until.map(at::isBefore).orElse(true);
  }
}
