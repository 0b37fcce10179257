package dev.dangol.report.data;

import dev.dangol.report.data.EffectLine.EffectRange;
import dev.dangol.report.data.ReplySummary.ReplyLine;
import dev.dangol.report.data.ReplySummary.StayLine;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Contacts of the crowded shop, and what followed from them. */
final class CrowdedContacts {
  private CrowdedContacts() {}

  static ContactSummary contacts() {
    return new ContactSummary(
        new ReplySummary(
            List.of(
                reply("all", OptionalDouble.of(0.38)),
                reply("kakao", OptionalDouble.of(0.28)),
                reply(CrowdedShop.name("channel", 1), OptionalDouble.empty())),
            List.of(
                new StayLine(
                    "never", 1_234_567, 0.4, 0.3, 0.5, OptionalDouble.empty(), Optional.empty()))),
        IntStream.range(0, 4).mapToObj(CrowdedContacts::affinity).toList(),
        new MessageSummary(List.of(), List.of()),
        new NeedSummary(List.of(), Optional.empty()));
  }

  private static ReplyLine reply(String channel, OptionalDouble hour) {
    return new ReplyLine(
        Optional.of(channel), 1_234_567, 123_456, OptionalDouble.of(395), hour, hour);
  }

  private static AffinityLine affinity(int number) {
    String channel = number == 0 ? "kakao" : CrowdedShop.name("channel", number);
    double lift = 1.4 - number * 0.3;
    return new AffinityLine(
        "everyone", "all", "channel", channel, 12_345, 0.4, lift, lift - 0.1, lift + 0.1, lift > 1);
  }

  /** Effects on shares and on amounts, of which one is a loss beyond chance. */
  static List<EffectLine> effects() {
    return List.of(
        effect("activity_retention", 0.116, 0.05),
        effect("content_net_sales", 1_234_567_890_123.0, 1_000.0),
        effect("review_heard_retention", -0.085, 0.02));
  }

  private static EffectLine effect(String name, double difference, double half) {
    return new EffectLine(
        name,
        0,
        1_234_567,
        2_345_678,
        new EffectRange(
            OptionalDouble.of(difference),
            OptionalDouble.of(difference - half),
            OptionalDouble.of(difference + half)),
        OptionalDouble.of(0.05),
        true);
  }
}
