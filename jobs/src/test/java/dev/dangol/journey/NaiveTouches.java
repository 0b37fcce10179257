package dev.dangol.journey;

import dev.dangol.journey.GivenPerson.GivenEvent;
import dev.dangol.journey.GivenPerson.GivenLine;
import dev.dangol.journey.GivenPerson.GivenMessage;
import dev.dangol.journey.NaiveJourneys.CostSides;
import dev.dangol.journey.NaiveJourneys.Decision;
import dev.dangol.journey.NaiveJourneys.Touch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Touches and decisions by the words of their definition. */
record NaiveTouches(long machine, long end) {
  List<Decision> decisions(GivenPerson person) {
    List<GivenLine> lines = person.lines().stream().filter(line -> line.at() < end).toList();
    Map<String, List<GivenLine>> orders = new TreeMap<>();
    for (GivenLine line : lines) {
      if (line.refundOf() == null) {
        orders
            .computeIfAbsent(
                line.order() == null ? line.key() : line.order(), any -> new ArrayList<>())
            .add(line);
      }
    }
    List<Decision> decisions = new ArrayList<>();
    orders.forEach(
        (id, own) -> {
          long refunded =
              lines.stream()
                  .filter(line -> id.equals(line.refundOf()))
                  .mapToLong(GivenLine::net)
                  .sum();
          GivenLine largest =
              own.stream()
                  .min(
                      Comparator.comparing((GivenLine line) -> -line.net())
                          .thenComparing(GivenLine::line))
                  .orElseThrow();
          decisions.add(
              new Decision(
                  id,
                  own.stream().mapToLong(GivenLine::at).min().orElseThrow(),
                  own.stream().mapToLong(GivenLine::net).sum() + refunded,
                  largest.category()));
        });
    decisions.sort(Comparator.comparing(Decision::at).thenComparing(Decision::id));
    return decisions;
  }

  /** Fills in the touches of a person, and the costs that are none. */
  void touches(GivenPerson person, List<GivenMessage> messages, CostSides sides) {
    List<Touch> touches = sides.touches();
    Map<String, Long> apart = sides.apart();
    Map<String, Long> nowhere = sides.nowhere();
    Map<String, List<Touch>> responses = new TreeMap<>();
    for (GivenMessage message : messages) {
      own(responses, message, "open", message.opened());
      own(responses, message, "click", message.clicked());
      own(responses, message, "reply", message.replied());
    }
    for (GivenEvent event : person.events()) {
      if (event.at() >= end) {
        continue;
      }
      int stage = GivenPerson.STAGES.getOrDefault(event.event(), -1);
      GivenMessage answered = answered(event, messages);
      Touch touch =
          new Touch(
              event.key(),
              event.at(),
              stage,
              event.channel(),
              event.campaign(),
              event.cost(),
              answered == null ? null : answered.key());
      if (answered != null) {
        if (event.at() - answered.sent() < machine) {
          nowhere.put(event.key(), event.cost());
        } else {
          responses
              .computeIfAbsent(answered.key() + event.event(), any -> new ArrayList<>())
              .add(touch);
        }
      } else if (stage >= 0) {
        touches.add(touch);
      } else {
        nowhere.put(event.key(), event.cost());
      }
    }
    for (List<Touch> same : responses.values()) {
      same.sort(
          Comparator.comparing(Touch::at)
              .thenComparing(touch -> !touch.key().equals(touch.message()))
              .thenComparing(Touch::key));
      touches.add(same.get(0));
      same.stream().skip(1).forEach(touch -> apart.put(touch.key(), touch.cost()));
    }
    touches.sort(
        Comparator.comparing(Touch::at)
            .thenComparing(Touch::stage)
            .thenComparing(touch -> !touch.key().equals(touch.message()))
            .thenComparing(Touch::key));
  }

  private void own(Map<String, List<Touch>> responses, GivenMessage message, String kind, Long at) {
    if (at == null || at >= end || (!kind.equals("reply") && at - message.sent() < machine)) {
      return;
    }
    int stage = GivenPerson.STAGES.get(kind);
    Touch touch =
        new Touch(
            message.key(), at, stage, message.channel(), message.campaign(), 0, message.key());
    responses.computeIfAbsent(message.key() + kind, any -> new ArrayList<>()).add(touch);
  }

  private static GivenMessage answered(GivenEvent event, List<GivenMessage> messages) {
    if (event.campaign() == null || !List.of("open", "click").contains(event.event())) {
      return null;
    }
    return messages.stream()
        .filter(message -> event.campaign().equals(message.campaign()))
        .filter(message -> message.sent() <= event.at())
        .max(Comparator.comparing(GivenMessage::sent).thenComparing(GivenMessage::key))
        .orElse(null);
  }
}
