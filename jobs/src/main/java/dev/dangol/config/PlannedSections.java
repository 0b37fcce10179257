package dev.dangol.config;

import com.typesafe.config.ConfigObject;
import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.SettingOrigins;
import dev.dangol.config.hocon.TextRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Validates settings that are published but that no job uses yet, and warns where they are set. So
 * a file written today is known to be valid when they take effect.
 */
final class PlannedSections {
  private static final String JOURNEY = "journey";

  private PlannedSections() {}

  /** Checks the sections; returns a sentence for each in which something is set. */
  static List<String> warnings(ConfigSection dangol, ConfigObject values) {
    checkJourney(dangol.section(JOURNEY));
    return values.get(ConfigSection.ROOT) instanceof ConfigObject given
        ? Stream.of(JOURNEY).flatMap(name -> warning(given, name).stream()).toList()
        : List.of();
  }

  private static Optional<String> warning(ConfigObject dangol, String name) {
    return Optional.ofNullable(dangol.get(name))
        .flatMap(SettingOrigins::given)
        .map(place -> place + ": the section " + name + " is not used by this version yet.");
  }

  private static void checkJourney(ConfigSection journey) {
    ConfigSection stages = journey.section("stages");
    for (String stage : stages.names()) {
      if (TextRules.NAME.read(stage).isEmpty()) {
        stages.fault(
            stage,
            stages.name(stage)
                + " is no name for a stage; it must be "
                + TextRules.NAME.meaning()
                + ".");
      }
      stages.many(stage, TextRules.NAME);
    }
  }
}
