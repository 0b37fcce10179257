package dev.dangol.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.contacts.ContactFact.CaseFact;
import dev.dangol.contacts.ContactFact.StayFact;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Replies counted in real minutes, over a change of the clock and a holiday. */
class ReplyFoldTest {
  private static final long NEVER = CustomerSignal.NEVER;
  private static final long DAY = FoldRules.DAY;
  private static final long OPENED = GivenContacts.micros("2026-02-02T09:00:00Z");

  /** The naive way: every second is looked at, by the clock on the wall. */
  private static long naiveSeconds(Instant from, Instant to) {
    long counted = 0;
    for (Instant at = from; at.isBefore(to); at = at.plusSeconds(1)) {
      ZonedDateTime wall = at.atZone(GivenContacts.BERLIN);
      int minute = wall.getHour() * 60 + wall.getMinute();
      boolean works =
          GivenContacts.HOURS.days().contains(wall.getDayOfWeek())
              && !wall.toLocalDate().equals(GivenContacts.HOLIDAY);
      if (works && minute >= 60 && minute < 18 * 60) {
        counted++;
      }
    }
    return counted;
  }

  private static long business(Instant from, Instant to) {
    return GivenContacts.RULES
        .calendar()
        .between(GivenContacts.micros(from), GivenContacts.micros(to), Long.MAX_VALUE);
  }

  private static StayFact stay(long replied, long bought) {
    ReplyFold fold = new ReplyFold(GivenContacts.RULES);
    fold.add(GivenContacts.bought(OPENED - 1, null));
    fold.add(GivenContacts.opened("c", OPENED, replied));
    fold.add(GivenContacts.bought(bought, null));
    return fold.stay().orElseThrow();
  }

  @Test
  void business_time_is_what_every_second_adds_up_to() {
    Random random = new Random(22);
    Instant spring = Instant.parse("2026-03-25T00:00:00Z");
    Instant autumn = Instant.parse("2026-10-22T00:00:00Z");
    for (int i = 0; i < 60; i++) {
      Instant from = (i % 2 == 0 ? spring : autumn).plusSeconds(random.nextInt(5 * 86_400));
      Instant to = from.plusSeconds(random.nextInt(4 * 86_400));
      assertThat(business(from, to))
          .as(from + " to " + to)
          .isEqualTo(FoldRules.SECOND * naiveSeconds(from, to));
    }
  }

  @Test
  void the_hour_that_a_change_of_the_clock_takes_or_gives_counts_for_what_it_is() {
    assertThat(
            business(Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z")))
        .isEqualTo(16 * FoldRules.HOUR);
    assertThat(
            business(Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-25T23:00:00Z")))
        .isEqualTo(18 * FoldRules.HOUR);
    assertThat(
            business(Instant.parse("2026-03-27T00:00:00Z"), Instant.parse("2026-03-27T22:00:00Z")))
        .isZero();
  }

  @Test
  void cases_are_answered_or_open_and_a_reply_before_the_opening_counts_as_none() {
    ReplyFold fold = new ReplyFold(GivenContacts.RULES);
    fold.add(GivenContacts.opened("a", OPENED, OPENED - 5));
    fold.add(GivenContacts.opened("b", OPENED, OPENED + 90 * FoldRules.MINUTE));
    fold.add(GivenContacts.opened("c", OPENED, NEVER));
    long elapsed = GivenContacts.RULES.end() - OPENED;
    long enough = FoldRules.HOUR + 1;

    assertThat(fold.cases())
        .containsExactly(
            new CaseFact("chat", "delivery", 0, elapsed, 0, enough),
            new CaseFact("chat", "delivery", 90 * FoldRules.MINUTE, elapsed, enough, enough),
            new CaseFact("chat", "delivery", NEVER, elapsed, NEVER, enough));
  }

  @Test
  void customers_stay_who_buy_after_the_landmark_and_within_the_days_that_follow() {
    long landmark = OPENED + 7 * DAY;

    assertThat(stay(OPENED + 30 * FoldRules.MINUTE, landmark).retained()).isFalse();
    assertThat(stay(OPENED, landmark + 1)).isEqualTo(new StayFact("within_30min", true));
    assertThat(stay(OPENED + 30 * FoldRules.MINUTE + 1, landmark + 90 * DAY))
        .isEqualTo(new StayFact("within_60min", true));
    assertThat(stay(OPENED + DAY, landmark + 90 * DAY + 1))
        .isEqualTo(new StayFact("within_1day", false));
    assertThat(stay(landmark, landmark + 1).bucket()).isEqualTo("later");
    assertThat(stay(landmark + 1, landmark + 1).bucket()).isEqualTo("never");
    assertThat(stay(NEVER, landmark + 1).bucket()).isEqualTo("never");
  }

  @Test
  void the_first_case_counts_of_two_at_one_instant_the_smaller_id() {
    ReplyFold fold = new ReplyFold(GivenContacts.RULES);
    fold.add(GivenContacts.bought(OPENED - 1, null));
    fold.add(GivenContacts.opened("b", OPENED, NEVER));
    fold.add(GivenContacts.opened("a", OPENED, OPENED));
    fold.add(GivenContacts.opened("0", OPENED + 1, NEVER));

    assertThat(fold.stay()).contains(new StayFact("within_30min", false));
  }

  @Test
  void nobody_is_in_a_bucket_without_a_purchase_before_or_before_the_days_are_over() {
    long end = GivenContacts.RULES.end();
    ReplyFold never = new ReplyFold(GivenContacts.RULES);
    never.add(GivenContacts.opened("a", OPENED, OPENED));
    never.add(GivenContacts.bought(OPENED, null));
    ReplyFold just = new ReplyFold(GivenContacts.RULES);
    just.add(GivenContacts.bought(0, null));
    just.add(GivenContacts.opened("a", end - 97 * DAY, NEVER));
    ReplyFold late = new ReplyFold(GivenContacts.RULES);
    late.add(GivenContacts.bought(0, null));
    late.add(GivenContacts.opened("a", end - 97 * DAY + 1, NEVER));

    assertThat(never.stay()).isEmpty();
    assertThat(just.stay()).isPresent();
    assertThat(late.stay()).isEmpty();
  }
}
