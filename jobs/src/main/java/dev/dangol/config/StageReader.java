package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NameLabels;
import dev.dangol.config.hocon.TextRules;
import dev.dangol.config.hocon.WrittenShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the stages of journeys, in their order. */
final class StageReader {
  private static final String KIND = "stage";

  /** Stages that are there by default, so that one that is taken away may still be ordered. */
  private static final Set<String> DEFAULTS =
      Set.of("discovery", "problem_recognition", "consideration", "decision", "evaluation");

  private final ConfigSection journey;
  private final ConfigSection stages;

  StageReader(ConfigSection journey) {
    this.journey = journey;
    this.stages = journey.section("stages");
  }

  /** The stages that are set and have a place in the order. */
  List<JourneyStage> stages() {
    List<String> order = journey.many("order", TextRules.NAME);
    List<String> set = stages.names();
    List<JourneyStage> read = new ArrayList<>();
    for (String name : order) {
      if (set.contains(name)) {
        read.add(stage(name));
      } else if (!DEFAULTS.contains(name)) {
        journey.fault(
            "order",
            journey.name("order")
                + " names "
                + name
                + ", which "
                + stages.name()
                + " does not set.");
      }
    }
    set.stream().filter(name -> !order.contains(name)).forEach(this::stage);
    if (read.size() < 2) {
      journey.fault(
          "order",
          journey.name("order")
              + " has fewer than two stages that are set; one must lead to the goal, and one come"
              + " after it.");
    }
    return read;
  }

  /** A sentence for each stage that is set, but has no place in the order. */
  static List<String> warnings(ConfigSection journey) {
    List<String> order = journey.many("order", TextRules.NAME);
    ConfigSection stages = journey.section("stages");
    return stages.names().stream()
        .filter(name -> !order.contains(name) && !DEFAULTS.contains(name))
        .map(
            name ->
                WrittenShape.place(stages, name)
                    + ": "
                    + stages.name(name)
                    + " is not used, since "
                    + journey.name("order")
                    + " does not name it.")
        .toList();
  }

  /** The events of each driver, by its name. */
  static Map<String, List<String>> drivers(ConfigSection drivers) {
    Map<String, List<String>> read = new LinkedHashMap<>();
    for (String name : drivers.names()) {
      requireName(drivers, name, "a driver");
      read.put(name, drivers.many(name, TextRules.NAME));
    }
    return read;
  }

  static void requireName(ConfigSection section, String name, String what) {
    if (TextRules.NAME.read(name).isEmpty()) {
      section.fault(
          name,
          section.name(name)
              + " is no name for "
              + what
              + "; it must be "
              + TextRules.NAME.meaning()
              + ".");
    }
  }

  private JourneyStage stage(String name) {
    requireName(stages, name, "a stage");
    if (WrittenShape.isSection(stages, name)) {
      return described(name, stages.section(name));
    }
    NameLabels.readBare(stages, KIND, name);
    return new JourneyStage(name, stages.many(name, TextRules.NAME), Optional.empty());
  }

  private static JourneyStage described(String name, ConfigSection section) {
    NameLabels.read(section, KIND, name);
    Optional<String> where = section.optional("where", TextRules.SQL);
    List<String> events =
        section.sets("events") || where.isEmpty()
            ? section.many("events", TextRules.NAME)
            : List.of();
    return new JourneyStage(name, events, where);
  }
}
