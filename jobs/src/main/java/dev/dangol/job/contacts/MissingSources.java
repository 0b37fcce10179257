package dev.dangol.job.contacts;

import dev.dangol.config.Settings;
import dev.dangol.config.SourceSettings;
import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.sources.EngagementSource;
import dev.dangol.table.sources.MessageSource;
import dev.dangol.table.sources.Source;
import dev.dangol.table.sources.Sources;
import java.util.Optional;

/** Reasons why something is not measured: a source that is not configured, or lacks a column. */
public final class MissingSources {
  private MissingSources() {}

  /** The reason in a sentence; empty where the source is configured with all of these columns. */
  public static Optional<String> reason(Settings settings, Source source, Field... columns) {
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

  /** The reason why nobody knows who responded; empty where one kind of response is known. */
  public static Optional<String> unknownResponses(Settings settings) {
    return reason(settings, Sources.MESSAGES)
        .or(
            () ->
                responses(settings, MessageSource.OPENED_AT)
                    .filter(why -> responses(settings, MessageSource.CLICKED_AT).isPresent())
                    .filter(
                        why ->
                            reason(settings, Sources.MESSAGES, MessageSource.REPLIED_AT)
                                .isPresent()));
  }

  /** Opens and clicks are known from messages, or from engagement that names their campaign. */
  static Optional<String> responses(Settings settings, Field time) {
    Optional<String> own = reason(settings, Sources.MESSAGES, time);
    boolean told =
        reason(
                settings,
                Sources.ENGAGEMENT,
                EngagementSource.KNOWN_CUSTOMER_ID,
                SharedColumns.CAMPAIGN_ID)
            .isEmpty();
    boolean named = reason(settings, Sources.MESSAGES, SharedColumns.CAMPAIGN_ID).isEmpty();
    return told && named ? Optional.empty() : own;
  }
}
