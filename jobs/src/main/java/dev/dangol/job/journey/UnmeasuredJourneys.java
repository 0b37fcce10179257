package dev.dangol.job.journey;

import dev.dangol.config.Settings;
import dev.dangol.table.Field;
import dev.dangol.table.Table;
import dev.dangol.table.results.JourneyColumns;
import dev.dangol.table.results.JourneyFindingColumns;
import dev.dangol.table.results.JourneyFlowColumns;
import dev.dangol.table.results.JourneySourceColumns;
import dev.dangol.table.sources.Sources;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reasons why journeys, or parts of them, are not measured.
 *
 * @param settings the sources, stages, goals and classes
 */
public record UnmeasuredJourneys(Settings settings) {
  /** The tables that are made of touches. */
  static final List<Table> TABLES =
      List.of(
          JourneyColumns.TABLE,
          JourneyFlowColumns.TRANSITIONS,
          JourneyFlowColumns.COSTS,
          JourneySourceColumns.SOURCES,
          JourneySourceColumns.PRESENCE,
          JourneyFindingColumns.ERRORS,
          JourneyFindingColumns.DRIVERS,
          JourneyFindingColumns.BANDS);

  private static final String NO_TOUCHES =
      "Neither the source engagement nor messages is configured, so that no touches are known.";

  /** True where a source tells of touches, and there is a goal that they lead to. */
  boolean knowsTouches() {
    return !settings.journey().goals().isEmpty()
        && (hasOwnTouches() || ContactStream.isAsked(settings));
  }

  /** True where a source of touches is configured, whether it holds any or not. */
  boolean hasOwnTouches() {
    return settings.has(Sources.ENGAGEMENT.name()) || settings.has(Sources.MESSAGES.name());
  }

  /** The reason why journeys are not followed; empty where they are. */
  public Optional<String> reason() {
    return knowsTouches() ? Optional.empty() : Optional.of(nothing());
  }

  /** The reason for every table. */
  Map<String, String> everything() {
    Map<String, String> reasons = new TreeMap<>();
    TABLES.forEach(table -> reasons.put(table.name(), nothing()));
    return reasons;
  }

  /** The reasons for parts, where touches are known. */
  Map<String, String> parts() {
    Map<String, String> reasons = new TreeMap<>();
    if (!settings.has(Sources.ENGAGEMENT.name())) {
      reasons.put(
          JourneyFindingColumns.ERRORS.name(),
          "The source engagement is not configured, whose events tell of errors.");
    } else if (!settings.has(Sources.SUPPORT.name())) {
      reasons.put(
          name(JourneyFindingColumns.ERRORS, JourneyFindingColumns.REPAIRED),
          "The source support is not configured, whose cases tell what was repaired.");
    }
    if (settings.journey().classes().isEmpty()) {
      String reason = "journey.classes has no class of products.";
      reasons.put(JourneyFindingColumns.BANDS.name(), reason);
      reasons.put(name(JourneyColumns.TABLE, JourneyColumns.PRODUCT_CLASS), reason);
      reasons.put(name(JourneyColumns.TABLE, JourneyColumns.BAND_STATUS), reason);
    }
    return reasons;
  }

  private String nothing() {
    return settings.journey().goals().isEmpty() ? "journey.goals has no goal." : NO_TOUCHES;
  }

  private static String name(Table table, Field field) {
    return table.name() + "." + field.name();
  }

  /** An open or click sooner after the sending is a machine's. */
  static Duration machine(Settings settings) {
    return Duration.ofSeconds(settings.contacts().spans().machineSeconds());
  }
}
