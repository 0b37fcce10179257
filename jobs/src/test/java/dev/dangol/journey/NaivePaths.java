package dev.dangol.journey;

import dev.dangol.journey.NaiveJourneys.Journey;
import dev.dangol.journey.NaiveJourneys.Touch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Paths of a group of people by their definition, asking every journey again for each figure. */
record NaivePaths(NaiveJourneys naive, List<GivenPerson> members) {
  private static final int FEW = 1;

  /** The journeys with touches, and of whom each is. */
  record Walked(GivenPerson person, Journey journey) {}

  private List<Walked> walked() {
    List<Walked> walked = new ArrayList<>();
    for (GivenPerson person : members) {
      naive.follow(person).journeys().stream()
          .filter(journey -> !journey.touches().isEmpty())
          .forEach(journey -> walked.add(new Walked(person, journey)));
    }
    return walked;
  }

  List<Walked> decided() {
    return walked().stream().filter(one -> one.journey().decision() != null).toList();
  }

  private List<Integer> path(Journey journey) {
    Long[] entered = naive.entered(journey);
    return IntStream.range(0, naive.stages() - 1)
        .filter(stage -> entered[stage] != null)
        .boxed()
        .toList();
  }

  /** The stages of the most frequent path; of equal ones of more stages, then of earlier ones. */
  List<Integer> modal() {
    Map<String, List<Walked>> byPath =
        decided().stream()
            .collect(
                Collectors.groupingBy(
                    one -> path(one.journey()).toString(), TreeMap::new, Collectors.toList()));
    return byPath.values().stream()
        .max(
            Comparator.comparing((List<Walked> same) -> same.size())
                .thenComparing(same -> path(same.get(0).journey()).size())
                .thenComparing(same -> -bits(path(same.get(0).journey()))))
        .filter(same -> same.size() >= FEW)
        .map(same -> path(same.get(0).journey()))
        .orElse(List.of());
  }

  private static int bits(List<Integer> path) {
    return path.stream().mapToInt(stage -> 1 << stage).sum();
  }

  /** The share of decided journeys whose stages up to one are those of the path. */
  double share(List<Integer> path, int upTo) {
    List<Integer> begin = path.stream().filter(stage -> stage <= upTo).toList();
    List<Walked> all = decided();
    long agreed =
        all.stream()
            .filter(
                one ->
                    path(one.journey()).stream()
                        .filter(stage -> stage <= upTo)
                        .toList()
                        .equals(begin))
            .count();
    return (double) agreed / all.size();
  }

  /** The event and channel by which most on the path entered a stage. */
  List<String> entry(List<Integer> path, int stage) {
    Map<List<String>, Long> counts =
        decided().stream()
            .filter(one -> path(one.journey()).equals(path))
            .map(one -> entry(one, stage))
            .collect(Collectors.groupingBy(entry -> entry, Collectors.counting()));
    return counts.entrySet().stream()
        .min(
            Comparator.comparing((Map.Entry<List<String>, Long> one) -> -one.getValue())
                .thenComparing(
                    one -> one.getKey().get(0), Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(
                    one -> one.getKey().get(1), Comparator.nullsLast(Comparator.naturalOrder())))
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  private List<String> entry(Walked walked, int stage) {
    Long at = naive.entered(walked.journey())[stage];
    return walked.journey().touches().stream()
        .filter(touch -> touch.stage() == stage && Objects.equals(touch.at(), at))
        .findFirst()
        .map(touch -> java.util.Arrays.asList(event(walked.person(), touch), touch.channel()))
        .orElse(java.util.Arrays.asList(null, null));
  }

  private static String event(GivenPerson person, Touch touch) {
    return person.events().stream()
        .filter(event -> event.key().equals(touch.key()))
        .map(GivenPerson.GivenEvent::event)
        .findFirst()
        .orElseGet(() -> response(person, touch));
  }

  private static String response(GivenPerson person, Touch touch) {
    GivenPerson.GivenMessage message =
        person.messages().stream()
            .filter(one -> one.key().equals(touch.key()))
            .findFirst()
            .orElseThrow();
    if (touch.stage() == GivenPerson.STAGES.get("open")) {
      return "open";
    }
    return Objects.equals(message.clicked(), touch.at()) ? "click" : "reply";
  }

  /** The dwell in a stage over all journeys; null where fewer than half leave it. */
  Double dwell(int stage) {
    NaivePassages passages = new NaivePassages(naive);
    List<NaiveSurvival.Stay> stays =
        walked().stream()
            .map(Walked::journey)
            .filter(journey -> passages.enters(journey, stage))
            .map(journey -> passages.stay(journey, stage))
            .toList();
    return new NaiveSurvival(stays).reaches(0.5);
  }
}
