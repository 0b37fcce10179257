package dev.dangol.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dangol.contacts.ContactFact.SendFact;
import dev.dangol.contacts.ContactFact.SendResponse;
import dev.dangol.contacts.CustomerSignal.SignalTimes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Messages: whose responses count, how relevant they were, and what came one after the other. */
class SendFoldTest {
  private static final long NEVER = CustomerSignal.NEVER;
  private static final long START = GivenContacts.micros("2026-01-05T08:00:00Z");
  private static final long SECOND = FoldRules.SECOND;

  private static List<SendFact> fold(List<CustomerSignal> signals) {
    SendFold fold = new SendFold(GivenContacts.RULES);
    signals.forEach(fold::add);
    return fold.sends();
  }

  private static SignalTimes times(long opened, long clicked, long replied) {
    return new SignalTimes(opened, clicked, replied, 9, 0, false, false);
  }

  private static CustomerSignal sent(long at, SignalTimes times) {
    return GivenContacts.sent(at, "spring", "coffee", times);
  }

  private static SendResponse response(CustomerSignal message, CustomerSignal... events) {
    List<CustomerSignal> signals = new ArrayList<>(List.of(message));
    signals.addAll(List.of(events));
    return fold(signals).get(0).response();
  }

  @Test
  void machines_open_and_click_at_once_and_never_reply() {
    long soon = START + 10 * SECOND - 1;

    assertThat(response(sent(START, times(soon, soon, soon))))
        .isEqualTo(new SendResponse(false, false, true));
    assertThat(response(sent(START, times(START + 10 * SECOND, START + 11 * SECOND, NEVER))))
        .isEqualTo(new SendResponse(true, true, false));
    assertThat(response(sent(START, times(START - 60 * SECOND, NEVER, NEVER))).any()).isFalse();
  }

  @Test
  void engagement_gives_the_human_open_that_a_machine_hid() {
    CustomerSignal hidden = sent(START, times(START + 1, NEVER, NEVER));
    CustomerSignal scanner =
        GivenContacts.signal(SignalKind.CLICK, START + 9 * SECOND, "spring", null);
    CustomerSignal human =
        GivenContacts.signal(SignalKind.OPEN, START + FoldRules.HOUR, "spring", null);

    assertThat(response(hidden, scanner, human)).isEqualTo(new SendResponse(true, false, false));
  }

  @Test
  void events_belong_to_the_newest_message_of_their_campaign() {
    CustomerSignal first = sent(START, GivenContacts.UNANSWERED);
    CustomerSignal second = sent(START + FoldRules.DAY, GivenContacts.UNANSWERED);
    CustomerSignal other =
        GivenContacts.sent(START + 2 * FoldRules.DAY, "summer", null, GivenContacts.UNANSWERED);
    CustomerSignal click =
        GivenContacts.signal(SignalKind.CLICK, START + 3 * FoldRules.DAY, "spring", null);

    assertThat(fold(List.of(first, second, other, click)))
        .extracting(fact -> fact.response().clicked())
        .containsExactly(false, true, false);
  }

  @Test
  void scores_are_those_of_the_naive_way() {
    Random random = new Random(7);
    int compared = 0;
    for (int round = 0; round < 60; round++) {
      List<CustomerSignal> signals = signals(random);
      NaiveRelevance naive = new NaiveRelevance(signals);
      for (SendFact fact : fold(signals)) {
        assertThat(fact.score()).isCloseTo(naive.score(fact.message()), within(1e-12));
        assertThat(fact.response().any()).isEqualTo(naive.responded(fact.message()) != NEVER);
        assertThat(fact.relevance().known()).isEqualTo(naive.known(fact.message()));
        assertThat(fact.standing().irrelevant())
            .isEqualTo(naive.known(fact.message()) && fact.score() < 0.5);
        boolean over = fact.message().at() + 14 * FoldRules.DAY < GivenContacts.RULES.end();
        assertThat(fact.outcome().bought())
            .isEqualTo(over ? Optional.of(naive.bought(fact.message(), 14)) : Optional.empty());
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(500);
  }

  private static List<CustomerSignal> signals(Random random) {
    List<CustomerSignal> signals = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      long at = START + random.nextInt(300 * 24) * FoldRules.HOUR + random.nextInt(20) * SECOND;
      String campaign = random.nextBoolean() ? "spring" : "summer";
      String category = random.nextInt(3) == 0 ? "coffee" : random.nextBoolean() ? "tea" : "cups";
      switch (random.nextInt(5)) {
        case 0 -> signals.add(GivenContacts.bought(at, category));
        case 1 -> signals.add(GivenContacts.signal(SignalKind.OPEN, at, campaign, null));
        case 2 -> signals.add(GivenContacts.signal(SignalKind.LOOK, at, null, category));
        default ->
            signals.add(
                GivenContacts.sent(
                    at,
                    campaign,
                    category,
                    times(later(random, at), later(random, at), later(random, at))));
      }
    }
    signals.sort(
        Comparator.comparingLong(CustomerSignal::at)
            .thenComparing(CustomerSignal::kind)
            .thenComparing(CustomerSignal::id));
    return signals;
  }

  private static long later(Random random, long at) {
    return random.nextInt(3) > 0 ? NEVER : at + random.nextInt(30 * 24 * 60) * FoldRules.MINUTE;
  }

  @Test
  void irrelevant_messages_in_a_row_end_with_a_relevant_one_or_with_a_response() {
    List<CustomerSignal> signals = new ArrayList<>();
    signals.add(GivenContacts.bought(START - 1, "tea"));
    for (int day = 0; day < 4; day++) {
      long at = START + day * FoldRules.DAY;
      signals.add(
          sent(
              at,
              day == 1 ? times(at + FoldRules.HOUR, NEVER, NEVER) : times(NEVER, NEVER, NEVER)));
    }
    List<SendFact> facts = fold(signals);

    assertThat(facts).extracting(fact -> fact.standing().irrelevant()).containsOnly(true);
    assertThat(facts)
        .extracting(fact -> fact.standing().irrelevantInRow())
        .containsExactly(1L, 0L, 1L, 2L);
    assertThat(facts.get(3).standing().since()).isEqualTo(START + 2 * FoldRules.DAY);
    assertThat(facts)
        .extracting(fact -> fact.standing().newest())
        .containsExactly(false, false, false, true);
    assertThat(facts).extracting(fact -> fact.standing().number()).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void a_customer_with_very_many_messages_is_folded_in_time() {
    List<CustomerSignal> signals = new ArrayList<>();
    for (int i = 0; i < 300_000; i++) {
      signals.add(sent(START + i * SECOND, times(START + (i + 60L) * SECOND, NEVER, NEVER)));
    }

    assertThat(fold(signals)).hasSize(300_000).allMatch(fact -> fact.response().opened());
  }
}
