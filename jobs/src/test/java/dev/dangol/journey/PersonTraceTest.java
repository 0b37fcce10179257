package dev.dangol.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dangol.journey.NaiveJourneys.Journey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PersonTraceTest {
  private static final long SLEEP = 9 * GivenPerson.DAY;
  private static final long REST = GivenPerson.DAY;
  private static final long MACHINE = 10_000_000L;
  private static final List<String> STAGES = List.of("a", "b", "c", "d", "e");

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

  private static GoalTracks tracks(GivenPerson person, long end, Random chance) {
    JourneyRules rules =
        new JourneyRules(
            STAGES,
            List.of(new GoalRule(0, "purchase", null)),
            List.of(),
            List.of(),
            new JourneyTimes(SLEEP, REST, MACHINE, 3 * GivenPerson.DAY, end));
    List<TraceItem> items = new ArrayList<>(new TraceItems(end).of(person));
    Collections.shuffle(items, chance);
    items.sort(PersonTrace.order());
    PersonTrace trace = new PersonTrace(rules);
    items.forEach(trace::add);
    return trace.finish().get(0);
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
