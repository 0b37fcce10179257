package dev.dangol.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.contacts.ContactFact.HelpFact;
import dev.dangol.contacts.ContactFact.NeedFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Needs for help: looks that go on, cases that end them, and cases on their own. */
class NeedFoldTest {
  private static final long HOUR = FoldRules.HOUR;
  private static final long START = GivenContacts.micros("2026-02-02T09:00:00Z");

  private static List<NeedFact> needs(List<CustomerSignal> signals) {
    NeedFold fold = new NeedFold(GivenContacts.RULES);
    signals.forEach(fold::add);
    return fold.needs();
  }

  private static CustomerSignal help(long hours) {
    return GivenContacts.help(START + hours * HOUR, "help" + hours);
  }

  private static CustomerSignal opened(long hours) {
    return GivenContacts.opened("c", START + hours * HOUR, CustomerSignal.NEVER);
  }

  @Test
  void looks_within_a_day_of_one_another_are_one_need_named_by_the_last() {
    assertThat(needs(List.of(help(0), help(24), help(48), help(73))))
        .containsExactly(new NeedFact("help48", true), new NeedFact("help73", true));
  }

  @Test
  void a_case_until_a_day_after_the_last_look_ends_the_need_and_a_later_one_is_its_own() {
    assertThat(needs(List.of(help(0), opened(24)))).containsExactly(new NeedFact("help0", false));
    assertThat(needs(List.of(help(0), opened(25))))
        .containsExactlyInAnyOrder(new NeedFact("help0", true), new NeedFact("delivery", false));
    assertThat(needs(List.of(help(0), opened(1), help(2))))
        .containsExactly(new NeedFact("help2", false));
  }

  @Test
  void a_need_without_a_category_has_the_theme_of_its_case() {
    CustomerSignal blank = GivenContacts.help(START, null);
    NeedFold fold = new NeedFold(GivenContacts.RULES);
    List.of(blank, opened(1), help(100)).forEach(fold::add);

    assertThat(fold.needs())
        .containsExactly(new NeedFact("delivery", false), new NeedFact("help100", true));
    assertThat(fold.helped()).containsExactly(new HelpFact("help100"));
  }

  @Test
  void needs_whose_hours_are_not_over_by_the_day_are_not_counted() {
    long end = GivenContacts.RULES.end();

    assertThat(needs(List.of(GivenContacts.help(end - 24 * HOUR, "x")))).isEmpty();
    assertThat(needs(List.of(GivenContacts.help(end - 24 * HOUR - 1, "x")))).hasSize(1);
    assertThat(needs(List.of(GivenContacts.opened("c", end - 24 * HOUR, end)))).isEmpty();
  }

  /** The definition word by word: every event is compared with every other. */
  private static long naiveSelfServed(List<Long> helps, List<Long> cases) {
    long served = 0;
    for (int i = 0; i < helps.size(); i++) {
      boolean begins = i == 0 || helps.get(i) - helps.get(i - 1) > 24 * HOUR;
      if (begins) {
        int last = i;
        while (last + 1 < helps.size() && helps.get(last + 1) - helps.get(last) <= 24 * HOUR) {
          last++;
        }
        long from = helps.get(i);
        long to = helps.get(last) + 24 * HOUR;
        served += cases.stream().noneMatch(at -> at >= from && at <= to) ? 1 : 0;
      }
    }
    return served;
  }

  private static long naiveNeeds(List<Long> helps, List<Long> cases) {
    long groups = 0;
    for (int i = 0; i < helps.size(); i++) {
      groups += i == 0 || helps.get(i) - helps.get(i - 1) > 24 * HOUR ? 1 : 0;
    }
    long alone =
        cases.stream()
            .filter(at -> helps.stream().noneMatch(h -> h <= at && at - h <= 24 * HOUR))
            .count();
    return groups + alone;
  }

  @Test
  void random_needs_are_those_of_the_definition() {
    Random random = new Random(4);
    for (int round = 0; round < 200; round++) {
      List<CustomerSignal> signals = new ArrayList<>();
      List<Long> helps = new ArrayList<>();
      List<Long> cases = new ArrayList<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        long at = START + random.nextInt(300) * HOUR;
        boolean looks = random.nextBoolean();
        (looks ? helps : cases).add(at);
        signals.add(looks ? GivenContacts.help(at, "x") : GivenContacts.opened("c", at, at));
      }
      signals.sort(
          Comparator.comparingLong(CustomerSignal::at).thenComparing(CustomerSignal::kind));
      helps.sort(null);
      List<NeedFact> needs = needs(signals);

      assertThat(needs).hasSize((int) naiveNeeds(helps, cases));
      assertThat(needs.stream().filter(NeedFact::selfServed).count())
          .isEqualTo(naiveSelfServed(helps, cases));
    }
  }
}
