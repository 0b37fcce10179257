package dev.dangol.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.contacts.ContactFact.MediaFact;
import dev.dangol.contacts.ContactFact.SendFact;
import dev.dangol.contacts.CustomerSignal.SignalSubject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MediaFoldTest {
  private static final long START = GivenContacts.micros("2026-01-01T00:00:00Z");
  private static final String[] CHANNELS = {"email", "카카오 💬", null};

  private static CustomerSignal sent(long at, String channel, long cost) {
    SignalSubject subject = new SignalSubject(channel, "spring", "sale", "a", "tea");
    return new CustomerSignal(
        SignalKind.SEND, at, "m" + at, subject, GivenContacts.UNANSWERED, cost);
  }

  private static List<MediaFact> fold(List<CustomerSignal> signals) {
    ContactFold fold = new ContactFold(GivenContacts.RULES);
    signals.forEach(fold::add);
    return fold.facts().stream()
        .filter(MediaFact.class::isInstance)
        .map(MediaFact.class::cast)
        .toList();
  }

  @Test
  void a_purchase_counts_for_the_latest_message_within_thirty_days_alone() {
    long day = FoldRules.DAY;
    List<CustomerSignal> signals =
        List.of(
            GivenContacts.bought(START, "tea"),
            sent(START + day, "email", 500),
            sent(START + 2 * day, "sms", CustomerSignal.UNKNOWN),
            GivenContacts.bought(START + 3 * day, "tea"),
            GivenContacts.bought(START + 3 * day, "cups"),
            GivenContacts.bought(START + 32 * day, "tea"),
            GivenContacts.bought(START + 32 * day + 1, "tea"),
            sent(START + 40 * day, "email", 700),
            GivenContacts.bought(START + 40 * day, "tea"));

    List<MediaFact> facts = fold(signals);

    assertThat(facts).extracting(MediaFact::channel).containsExactly("email", "sms");
    assertThat(facts).extracting(MediaFact::orders).containsExactly(1L, 2L);
    assertThat(facts).extracting(MediaFact::cost).containsExactly(1200L, CustomerSignal.UNKNOWN);
    assertThat(facts).extracting(fact -> fact.totals().sends()).containsExactly(2L, 1L);
    assertThat(fold(List.of(GivenContacts.bought(START, "tea")))).isEmpty();
  }

  @Test
  void channels_count_as_in_the_naive_way() {
    Random random = new Random(11);
    int orders = 0;
    for (int round = 0; round < 80; round++) {
      List<CustomerSignal> signals = signals(random);
      Map<String, Long> naive = naive(signals);
      List<MediaFact> facts = fold(signals);
      for (MediaFact fact : facts) {
        assertThat(fact.orders()).isEqualTo(naive.getOrDefault(fact.channel(), 0L));
        orders += (int) fact.orders();
      }
      assertThat(facts.stream().mapToLong(fact -> fact.totals().responded()).sum())
          .isEqualTo(responded(signals));
    }
    assertThat(orders).isGreaterThan(200);
  }

  /** For each moment of buying, the newest message of all that came up to then. */
  private static Map<String, Long> naive(List<CustomerSignal> signals) {
    Map<String, Long> orders = new HashMap<>();
    Set<Long> moments = new HashSet<>();
    for (CustomerSignal bought : signals) {
      if (bought.kind() != SignalKind.PURCHASE || !moments.add(bought.at())) {
        continue;
      }
      signals.stream()
          .filter(one -> one.kind() == SignalKind.SEND && one.at() <= bought.at())
          .max(Comparator.comparingLong(CustomerSignal::at))
          .filter(one -> bought.at() - one.at() <= 30L * 24 * 3600 * 1_000_000)
          .ifPresent(one -> orders.merge(one.subject().channel(), 1L, Long::sum));
    }
    return orders;
  }

  private static long responded(List<CustomerSignal> signals) {
    ContactFold fold = new ContactFold(GivenContacts.RULES);
    signals.forEach(fold::add);
    return fold.facts().stream()
        .filter(fact -> fact instanceof SendFact send && send.response().any())
        .count();
  }

  private static List<CustomerSignal> signals(Random random) {
    List<CustomerSignal> signals = new ArrayList<>();
    Set<Long> taken = new HashSet<>();
    while (signals.size() < 25) {
      long at = START + random.nextInt(200 * 24) * FoldRules.HOUR;
      if (random.nextBoolean()) {
        signals.add(GivenContacts.bought(at, "tea"));
      } else if (taken.add(at)) {
        String channel = CHANNELS[random.nextInt(CHANNELS.length)];
        signals.add(sent(at, channel, random.nextInt(1000)));
        if (random.nextBoolean()) {
          signals.add(GivenContacts.signal(SignalKind.OPEN, at + FoldRules.HOUR, "spring", null));
        }
      }
    }
    signals.sort(Comparator.comparingLong(CustomerSignal::at).thenComparing(CustomerSignal::kind));
    return signals;
  }
}
