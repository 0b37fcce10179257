package dev.dangol.export;

import dev.dangol.config.export.ExportSettings;
import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * Rules that hold for every target.
 *
 * @param asOf the day that is exported
 * @param consentMaxAgeDays how old a consent may be on that day
 * @param minorAge the age below which nobody is exported; empty for 14 in Korea and 13 elsewhere
 */
public record ExportRules(LocalDate asOf, int consentMaxAgeDays, OptionalInt minorAge) {
  /** The rules of the settings for a day. */
  public static ExportRules of(ExportSettings settings, LocalDate asOf) {
    return new ExportRules(asOf, settings.consentMaxAgeDays(), settings.minorAge());
  }
}
