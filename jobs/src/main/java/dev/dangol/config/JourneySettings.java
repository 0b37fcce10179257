package dev.dangol.config;

import dev.dangol.config.JourneyGoal.GoalKind;
import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settings of journeys: the way of people from discovery to a goal and after.
 *
 * @param stages in their order; the last but one leads to the goal, the last one is after it
 * @param goals by name
 * @param classes of products, the first of which a category belongs to counts
 * @param drivers the events that may go with passing a stage, by the driver's name
 * @param unused a sentence for each stage that the order does not name
 */
public record JourneySettings(
    List<JourneyStage> stages,
    List<JourneyGoal> goals,
    List<ProductClass> classes,
    JourneySpans spans,
    Map<String, List<String>> drivers,
    List<String> unused) {
  private static final String PURCHASE = "purchase";

  public JourneySettings {
    stages = List.copyOf(stages);
    goals = List.copyOf(goals);
    classes = List.copyOf(classes);
    unused = List.copyOf(unused);
    drivers = Collections.unmodifiableMap(new LinkedHashMap<>(drivers));
  }

  /**
   * Lengths of time.
   *
   * @param sleepDays after a longer silence a journey sleeps
   * @param restHours for so long after a decision touches belong to it
   * @param repairHours within so long after an error a case about it must be resolved
   */
  public record JourneySpans(int sleepDays, int restHours, int repairHours)
      implements Serializable {}

  /** The goal that paths lead to: purchase where it is one, else the first; empty without goals. */
  public Optional<JourneyGoal> mainGoal() {
    return goals.stream()
        .filter(goal -> goal.name().equals(PURCHASE))
        .findFirst()
        .or(() -> goals.stream().findFirst());
  }

  /** The goals of kind count without the value of one: their progress is a bare number. */
  public Set<String> countedGoals() {
    return goals.stream()
        .filter(goal -> goal.kind() == GoalKind.COUNT && goal.worth().isEmpty())
        .map(JourneyGoal::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Reads the section {@code journey}. */
  static JourneySettings read(ConfigSection journey, Map<String, SourceSettings> sources) {
    return new JourneySettings(
        new StageReader(journey).stages(),
        new GoalReader(journey.section("goals"), sources).goals(),
        new ProductClassReader(journey).classes(),
        new JourneySpans(
            journey.one("sleep-days", NumberRules.COUNT),
            journey.one("rest-hours", NumberRules.NONE_OR_MORE),
            journey.one("repair-hours", NumberRules.COUNT)),
        StageReader.drivers(journey.section("drivers")),
        StageReader.warnings(journey));
  }
}
