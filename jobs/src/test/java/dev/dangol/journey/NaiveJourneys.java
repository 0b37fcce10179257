package dev.dangol.journey;

import dev.dangol.journey.GivenPerson.GivenCase;
import dev.dangol.journey.GivenPerson.GivenEvent;
import dev.dangol.journey.GivenPerson.GivenMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Journeys by the words of their definition, slowly: every touch is judged by all decisions, and
 * every question asks all touches again.
 *
 * @param stages how many
 * @param sleep in microseconds, like all times
 */
record NaiveJourneys(int stages, long sleep, long rest, long machine, long end) {
  record Touch(
      String key, long at, int stage, String channel, String campaign, long cost, String message) {}

  record Decision(String id, long at, long net, String category) {}

  /** A journey; the decision is null where there is none. */
  record Journey(
      int number, List<Touch> touches, List<Touch> after, Decision decision, boolean asleep) {
    long begin() {
      return touches.isEmpty() ? decision.at() : touches.get(0).at();
    }

    long last() {
      return touches.get(touches.size() - 1).at();
    }

    long ends(long endOfDay) {
      return decision != null ? decision.at() : asleep ? last() : endOfDay;
    }
  }

  /** Journeys of a person, and their own cost by journey number; 0 for what belongs to none. */
  record Followed(List<Journey> journeys, Map<Integer, Long> costs) {}

  Followed follow(GivenPerson person) {
    List<GivenMessage> messages =
        person.messages().stream().filter(message -> message.sent() < end).toList();
    List<Touch> touches = new ArrayList<>();
    Map<String, Long> apart = new TreeMap<>();
    Map<String, Long> nowhere = new HashMap<>();
    NaiveTouches found = new NaiveTouches(machine, end);
    found.touches(person, messages, new CostSides(apart, nowhere, touches));
    List<Decision> decisions = found.decisions(person);
    List<Journey> journeys = journeys(touches, decisions);
    return new Followed(
        journeys, costs(person, messages, journeys, new CostSides(apart, nowhere, touches)));
  }

  /** Costs of responses repeated and of what is no touch, by row, and all touches. */
  record CostSides(Map<String, Long> apart, Map<String, Long> nowhere, List<Touch> touches) {}

  /** The decision in whose rest a touch falls; null for none. */
  private Decision resting(Touch touch, List<Decision> decisions) {
    return decisions.stream()
        .filter(one -> one.at() < touch.at() && touch.at() - one.at() <= rest)
        .reduce((one, other) -> other)
        .filter(
            found ->
                decisions.stream().noneMatch(one -> one.at() > found.at() && one.at() < touch.at()))
        .orElse(null);
  }

  private List<Journey> journeys(List<Touch> touches, List<Decision> decisions) {
    Map<String, List<Touch>> after = new HashMap<>();
    List<Touch> before = new ArrayList<>();
    for (Touch touch : touches) {
      Decision resting = resting(touch, decisions);
      if (resting != null) {
        after.computeIfAbsent(resting.id(), any -> new ArrayList<>()).add(touch);
      } else if (touch.stage() == stages - 1) {
        decisions.stream()
            .filter(one -> one.at() <= touch.at())
            .reduce((one, other) -> other)
            .ifPresent(one -> after.computeIfAbsent(one.id(), any -> new ArrayList<>()).add(touch));
      } else {
        before.add(touch);
      }
    }
    List<Journey> journeys = new ArrayList<>();
    long from = Long.MIN_VALUE;
    for (Decision decision : decisions) {
      long since = from;
      List<List<Touch>> runs =
          runs(
              before.stream()
                  .filter(touch -> touch.at() > since && touch.at() <= decision.at())
                  .toList());
      List<Touch> last = runs.isEmpty() ? List.of() : runs.get(runs.size() - 1);
      boolean awake = !last.isEmpty() && decision.at() - last.get(last.size() - 1).at() <= sleep;
      for (List<Touch> run : awake ? runs.subList(0, runs.size() - 1) : runs) {
        journeys.add(new Journey(journeys.size() + 1, run, List.of(), null, true));
      }
      List<Touch> evaluated = after.getOrDefault(decision.id(), List.of());
      journeys.add(
          new Journey(journeys.size() + 1, awake ? last : List.of(), evaluated, decision, false));
      from = decision.at();
    }
    long since = from;
    List<List<Touch>> runs = runs(before.stream().filter(touch -> touch.at() > since).toList());
    for (List<Touch> run : runs) {
      boolean asleep =
          run != runs.get(runs.size() - 1) || end - run.get(run.size() - 1).at() > sleep;
      journeys.add(new Journey(journeys.size() + 1, run, List.of(), null, asleep));
    }
    return journeys;
  }

  private List<List<Touch>> runs(List<Touch> touches) {
    List<List<Touch>> runs = new ArrayList<>();
    for (Touch touch : touches) {
      List<Touch> run = runs.isEmpty() ? null : runs.get(runs.size() - 1);
      if (run == null || touch.at() - run.get(run.size() - 1).at() > sleep) {
        run = new ArrayList<>();
        runs.add(run);
      }
      run.add(touch);
    }
    return runs;
  }

  /** When each stage was entered; null where it was not. */
  Long[] entered(Journey journey) {
    Long[] entered = new Long[stages];
    List<Touch> touches = journey.touches();
    for (int i = 0; i < touches.size(); i++) {
      int stage = touches.get(i).stage();
      if (touches.subList(0, i).stream().allMatch(earlier -> earlier.stage() < stage)) {
        entered[stage] = touches.get(i).at();
      }
    }
    if (journey.decision() != null && entered[stages - 2] == null) {
      entered[stages - 2] = journey.decision().at();
    }
    if (!journey.after().isEmpty()) {
      entered[stages - 1] = journey.after().get(0).at();
    }
    return entered;
  }

  static long backSteps(Journey journey) {
    List<Touch> touches = journey.touches();
    long back = 0;
    for (int i = 0; i < touches.size(); i++) {
      int stage = touches.get(i).stage();
      back += touches.subList(0, i).stream().anyMatch(one -> one.stage() > stage) ? 1 : 0;
    }
    return back;
  }

  private Map<Integer, Long> costs(
      GivenPerson person, List<GivenMessage> messages, List<Journey> journeys, CostSides sides) {
    Map<Integer, Long> costs = new TreeMap<>();
    Map<Touch, Integer> owner = new HashMap<>();
    for (Journey journey : journeys) {
      journey.touches().forEach(touch -> owner.put(touch, journey.number()));
      journey.after().forEach(touch -> owner.put(touch, journey.number()));
    }
    for (Touch touch : sides.touches()) {
      add(costs, owner.getOrDefault(touch, 0), touch.cost());
    }
    for (GivenMessage message : messages) {
      Integer journey =
          sides.touches().stream()
              .filter(touch -> message.key().equals(touch.message()))
              .findFirst()
              .map(touch -> owner.getOrDefault(touch, 0))
              .orElseGet(() -> at(message.sent(), journeys));
      add(costs, journey, message.cost());
    }
    for (GivenCase one : person.cases()) {
      if (one.opened() < end) {
        add(costs, at(one.opened(), journeys), one.cost());
      }
    }
    for (GivenEvent event : person.events()) {
      if (sides.apart().containsKey(event.key())) {
        add(costs, at(event.at(), journeys), event.cost());
      }
      if (sides.nowhere().containsKey(event.key())) {
        add(costs, 0, event.cost());
      }
    }
    costs.values().removeIf(cost -> Objects.equals(cost, 0L));
    return costs;
  }

  private int at(long moment, List<Journey> journeys) {
    return journeys.stream()
        .filter(journey -> journey.begin() <= moment && moment <= journey.ends(end))
        .findFirst()
        .map(Journey::number)
        .orElse(0);
  }

  private static void add(Map<Integer, Long> costs, int journey, long cost) {
    costs.merge(journey, cost, Long::sum);
  }
}
