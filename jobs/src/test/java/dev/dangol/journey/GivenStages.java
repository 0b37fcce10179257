package dev.dangol.journey;

import dev.dangol.config.JourneyGoal;
import dev.dangol.config.JourneySettings;
import dev.dangol.config.JourneyStage;
import dev.dangol.config.ProductClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Settings of journeys as the tests have them: the default stages, and short spans. */
final class GivenStages {
  private static final int STAGES = 5;

  private GivenStages() {}

  static JourneySettings settings() {
    List<String> names =
        List.of("discovery", "problem_recognition", "consideration", "decision", "evaluation");
    List<JourneyStage> stages = new ArrayList<>();
    for (int place = 0; place < STAGES; place++) {
      int own = place;
      List<String> events =
          GivenPerson.STAGES.entrySet().stream()
              .filter(event -> event.getValue() == own)
              .map(Map.Entry::getKey)
              .toList();
      stages.add(new JourneyStage(names.get(place), events, Optional.empty()));
    }
    JourneyGoal goal =
        new JourneyGoal(
            "purchase",
            Optional.empty(),
            List.of(),
            JourneyGoal.GoalKind.REVENUE,
            Optional.empty(),
            Optional.empty());
    return new JourneySettings(
        stages,
        List.of(goal),
        List.of(
            new ProductClass(
                "snacks", List.of("snack"), OptionalDouble.of(0), OptionalDouble.of(3)),
            new ProductClass(
                "sofas", List.of("sofa"), OptionalDouble.empty(), OptionalDouble.empty())),
        new JourneySettings.JourneySpans(9, 24, 72),
        Map.of("help_page", List.of("help")),
        List.of());
  }
}
