package dev.dangol.job.contacts;

import dev.dangol.config.Settings;
import dev.dangol.config.SourceSettings;
import dev.dangol.table.Field;
import dev.dangol.table.sources.Source;
import java.util.Optional;

/** Reasons why something is not measured: a source that is not configured, or lacks a column. */
final class MissingSources {
  private MissingSources() {}

  /** The reason in a sentence; empty where the source is configured with all of these columns. */
  static Optional<String> reason(Settings settings, Source source, Field... columns) {
    SourceSettings configured = settings.sources().get(source.name());
    if (configured == null) {
      return Optional.of("The source " + source.name() + " is not configured.");
    }
    for (Field column : columns) {
      if (!configured.maps(column.name())) {
        return Optional.of("The source " + source.name() + " does not map " + column.name() + ".");
      }
    }
    return Optional.empty();
  }
}
