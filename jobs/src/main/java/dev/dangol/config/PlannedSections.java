package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.TextRules;
import dev.dangol.config.hocon.ValueRule;
import java.util.List;

/**
 * Validates settings that are published but that no job uses yet. So a file written today is known
 * to be valid when they take effect.
 */
final class PlannedSections {
  private static final ValueRule<String> EXPORT_FORMAT =
      ValueRule.oneOf(List.of("csv", "google-customer-match", "meta-custom-audience"));

  private PlannedSections() {}

  /** Checks the sections {@code journey} and {@code export}. */
  static void check(ConfigSection dangol) {
    checkJourney(dangol.section("journey"));
    checkExport(dangol.section("export"));
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

  private static void checkExport(ConfigSection export) {
    export.one("directory", TextRules.TEXT);
    export.many("formats", EXPORT_FORMAT);
    export.one("min-size", NumberRules.COUNT);
    export.one("require-consent", TextRules.YES_OR_NO);
  }
}
