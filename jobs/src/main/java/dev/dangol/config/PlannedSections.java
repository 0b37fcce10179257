package dev.dangol.config;

import java.util.List;

/**
 * Checks the settings that the published configuration promises and that no job uses yet, so that a
 * file written today is known to be right on the day they take effect.
 */
final class PlannedSections {
  private static final Legal<String> EXPORT_FORMAT =
      Legal.oneOf(List.of("csv", "google-customer-match", "meta-custom-audience"));

  private PlannedSections() {}

  static void checkJourney(Section journey) {
    Section stages = journey.section("stages");
    for (String stage : stages.names()) {
      if (Texts.NAME.read(stage).isEmpty()) {
        stages.fault(
            stage,
            stages.name(stage)
                + " is no name for a stage; it must be "
                + Texts.NAME.meaning()
                + ".");
      }
      stages.many(stage, Texts.NAME);
    }
  }

  static void checkExport(Section export) {
    export.one("directory", Texts.TEXT);
    export.many("formats", EXPORT_FORMAT);
    export.one("min-size", Numbers.COUNT);
    export.one("require-consent", Texts.YES_OR_NO);
  }
}
