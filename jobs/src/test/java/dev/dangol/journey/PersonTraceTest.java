package dev.dangol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.journey.GivenPerson.GivenLine;
import dev.dangol.journey.NaiveJourneys.Journey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PersonTraceTest {
  private static final long SLEEP = 9 * GivenPerson.DAY;
  private static final long REST = GivenPerson.DAY;
  private static final long MACHINE = 10_000_000L;
  private static final List<String> STAGES = List.of("a", "b", "c", "d", "e");
  private static final List<GoalRule> GOALS =
      List.of(
          new GoalRule(0, "purchase", null),
          new GoalRule(1, "snack", null),
          new GoalRule(2, "checkout", 5_0000L));

  @Test
  void journeys_are_those_of_the_definition_on_five_days() {
    Random chance = new Random(23);
    int decided = 0;
    int asleep = 0;
    int evaluated = 0;
    for (int number = 0; number < 200; number++) {
      GivenPerson person = GivenPerson.drawn(number, chance, 60);
      for (int day = 20; day <= 60; day += 10) {
        long end = GivenPerson.START + day * GivenPerson.DAY;
        NaiveJourneys.Followed naive =
            new NaiveJourneys(STAGES.size(), SLEEP, REST, MACHINE, end).follow(person);
        GoalTracks tracks = tracks(person, end, chance);
        assertThat(described(tracks)).isEqualTo(described(naive, end));
        assertThat(costs(tracks)).isEqualTo(naive.costs());
        decided += (int) naive.journeys().stream().filter(one -> one.decision() != null).count();
        asleep += (int) naive.journeys().stream().filter(Journey::asleep).count();
        evaluated += (int) naive.journeys().stream().filter(one -> !one.after().isEmpty()).count();
      }
    }
    assertThat(decided).isGreaterThan(500);
    assertThat(asleep).isGreaterThan(500);
    assertThat(evaluated).isGreaterThan(100);
  }

  @Test
  void every_order_ends_exactly_one_journey_and_every_cost_is_in_one_place() {
    Random chance = new Random(5);
    for (int number = 0; number < 100; number++) {
      GivenPerson person = GivenPerson.drawn(number, chance, 40);
      long end = GivenPerson.START + 100 * GivenPerson.DAY;
      GoalTracks tracks = tracks(person, end, chance);
      assertThat(
              tracks.tracks().stream()
                  .filter(track -> track.decision() != null)
                  .map(track -> track.decision().id()))
          .doesNotHaveDuplicates()
          .hasSameSizeAs(
              person.lines().stream()
                  .filter(line -> line.refundOf() == null)
                  .map(line -> line.order() == null ? line.key() : line.order())
                  .distinct()
                  .toList());
      long read =
          person.events().stream().mapToLong(GivenPerson.GivenEvent::cost).sum()
              + person.messages().stream().mapToLong(GivenPerson.GivenMessage::cost).sum()
              + person.cases().stream().mapToLong(GivenPerson.GivenCase::cost).sum();
      assertThat(costs(tracks).values().stream().mapToLong(Long::longValue).sum()).isEqualTo(read);
    }
  }

  @Test
  void journeys_to_several_goals_at_once_are_those_to_each_alone() {
    Random chance = new Random(31);
    int[] decided = new int[GOALS.size()];
    for (int number = 0; number < 150; number++) {
      GivenPerson person = GivenPerson.drawn(number, chance, 60);
      for (int day = 20; day <= 60; day += 20) {
        long end = GivenPerson.START + day * GivenPerson.DAY;
        List<GivenPerson> alone =
            List.of(person, buyingSnacks(person.before(end)), checkingOut(person));
        List<GoalTracks> goals = goals(person, end, chance);
        for (int goal = 0; goal < GOALS.size(); goal++) {
          NaiveJourneys.Followed naive =
              new NaiveJourneys(STAGES.size(), SLEEP, REST, MACHINE, end).follow(alone.get(goal));
          assertThat(described(goals.get(goal))).isEqualTo(described(naive, end));
          assertThat(costs(goals.get(goal))).as(GOALS.get(goal).name()).isEqualTo(naive.costs());
          decided[goal] +=
              (int) naive.journeys().stream().filter(one -> one.decision() != null).count();
        }
      }
    }
    assertThat(decided[0]).isGreaterThan(decided[1]);
    assertThat(decided[1]).isGreaterThan(50);
    assertThat(decided[2]).isGreaterThan(100);
  }

  /** The person with those orders alone of which a line is a snack. */
  private static GivenPerson buyingSnacks(GivenPerson person) {
    Set<String> orders =
        person.lines().stream()
            .filter(line -> TraceItems.SNACK_CATEGORY.equals(line.category()))
            .map(PersonTraceTest::order)
            .collect(Collectors.toSet());
    return deciding(
        person, person.lines().stream().filter(line -> orders.contains(order(line))).toList());
  }

  /** The person with each checkout as a decision of its own, and no order. */
  private static GivenPerson checkingOut(GivenPerson person) {
    return deciding(
        person,
        person.events().stream()
            .filter(event -> TraceItems.CHECKOUT_EVENT.equals(event.event()))
            .map(event -> new GivenLine(event.key(), null, "", event.at(), 0, null, null))
            .toList());
  }

  private static GivenPerson deciding(GivenPerson person, List<GivenLine> lines) {
    return new GivenPerson(
        person.id(),
        person.known(),
        person.events(),
        lines,
        person.messages(),
        person.cases(),
        person.referredAt());
  }

  private static String order(GivenLine line) {
    String named = line.refundOf() == null ? line.order() : line.refundOf();
    return named == null ? line.key() : named;
  }

  private static GoalTracks tracks(GivenPerson person, long end, Random chance) {
    return goals(person, end, chance).get(0);
  }

  private static List<GoalTracks> goals(GivenPerson person, long end, Random chance) {
    JourneyRules rules =
        new JourneyRules(
            STAGES,
            GOALS,
            List.of(),
            List.of(),
            new JourneyTimes(SLEEP, REST, MACHINE, 3 * GivenPerson.DAY, end));
    List<TraceItem> items = new ArrayList<>(new TraceItems(end).of(person));
    Collections.shuffle(items, chance);
    items.sort(PersonTrace.order());
    PersonTrace trace = new PersonTrace(rules);
    items.forEach(trace::add);
    return trace.finish();
  }

  private static Map<Integer, Long> costs(GoalTracks tracks) {
    Map<Integer, Long> costs = new TreeMap<>();
    tracks.tracks().forEach(track -> costs.put(track.number(), track.costs().amount()));
    costs.put(0, tracks.loose().amount());
    costs.values().removeIf(cost -> cost == 0);
    return costs;
  }

  private static List<String> described(GoalTracks tracks) {
    List<String> lines = new ArrayList<>();
    for (JourneyTrack track : tracks.tracks()) {
      List<Long> entered = new ArrayList<>();
      for (int stage = 0; stage < STAGES.size(); stage++) {
        long at = track.entered(stage);
        entered.add(at == JourneyTrack.NEVER ? null : at);
      }
      lines.add(
          String.join(
              " ",
              "" + track.number(),
              "" + track.begin(),
              "" + track.end(),
              track.state().name(),
              "" + entered,
              "" + track.touches(),
              "" + track.evaluationTouches(),
              "" + track.backSteps(),
              track.first() == null ? "-" : "" + track.first().item().channel(),
              track.decision() == null ? "-" : "" + track.decision()));
    }
    return lines;
  }

  private static List<String> described(NaiveJourneys.Followed naive, long end) {
    NaiveJourneys rules = new NaiveJourneys(STAGES.size(), SLEEP, REST, MACHINE, end);
    List<String> lines = new ArrayList<>();
    for (Journey one : naive.journeys()) {
      OrderDecision decision =
          one.decision() == null
              ? null
              : new OrderDecision(
                  one.decision().at(),
                  one.decision().id(),
                  one.decision().net(),
                  one.decision().category());
      TrackState state =
          decision != null
              ? TrackState.DECIDED
              : one.asleep() ? TrackState.ASLEEP : TrackState.OPEN;
      lines.add(
          String.join(
              " ",
              "" + one.number(),
              "" + one.begin(),
              "" + one.ends(end),
              state.name(),
              "" + List.of(java.util.Arrays.asList(rules.entered(one))).get(0),
              "" + one.touches().size(),
              "" + one.after().size(),
              "" + NaiveJourneys.backSteps(one),
              one.touches().isEmpty() ? "-" : "" + one.touches().get(0).channel(),
              decision == null ? "-" : "" + decision));
    }
    return lines;
  }
}
