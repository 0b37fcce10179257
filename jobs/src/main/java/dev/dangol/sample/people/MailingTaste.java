package dev.dangol.sample.people;

import dev.dangol.sample.people.MailingReach.MailingChannel;
import java.util.Map;

/**
 * Taste of a kind of customer in messages: the channel and the hour at which they look at them. It
 * is what affinities must find.
 *
 * @param way the channel that works best for the kind
 * @param hour the hour of the day that works best
 */
public record MailingTaste(MailingChannel way, int hour) {
  private static final double RIGHT_WAY = 2.4;
  private static final double RIGHT_HOUR = 1.7;
  private static final double OTHERWISE = 0.75;

  /** Effect of a creative on the readiness of anyone to look. */
  private static final Map<String, Double> CREATIVES =
      Map.of("이모지", 1.0, "이야기", 1.3, "가격 강조", 0.65);

  /** The taste of everyone of a kind. */
  public static MailingTaste of(ShopperKind kind) {
    return switch (kind) {
      case CASUAL -> new MailingTaste(MailingChannel.KAKAO, 12);
      case REGULAR -> new MailingTaste(MailingChannel.KAKAO, 21);
      case ADVOCATE -> new MailingTaste(MailingChannel.MAIL, 10);
      case BARGAIN_HUNTER -> new MailingTaste(MailingChannel.PUSH, 12);
      case ONE_AND_DONE, HABIT_ONLY -> new MailingTaste(MailingChannel.LMS, 19);
      case SILENT_LEAVER -> new MailingTaste(MailingChannel.MAIL, 12);
      case QUIET_BIG_SPENDER -> new MailingTaste(MailingChannel.LMS, 10);
      case FRANK_CRITIC -> new MailingTaste(MailingChannel.KAKAO, 8);
      case WHOLESALER -> new MailingTaste(MailingChannel.MAIL, 8);
    };
  }

  /** The name of the channel, as the mailing system calls it. */
  public String channel() {
    return way.name();
  }

  /** The factor of the readiness to look at a message. */
  double appeal(MailingChannel sentBy, int sentAt, String creative) {
    return (sentBy == way ? RIGHT_WAY : OTHERWISE)
        * (sentAt == hour ? RIGHT_HOUR : OTHERWISE)
        * CREATIVES.get(creative);
  }
}
