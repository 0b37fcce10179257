package dev.dangol.contacts;

import dev.dangol.config.ContactSettings;
import dev.dangol.config.RelevanceSettings;
import dev.dangol.table.AsOf;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Rules by which the signals of a customer are folded.
 *
 * @param minResponses with fewer responses their best channel and hour are not known
 * @param end the first microsecond since 1970 that no longer counts
 */
record FoldRules(
    BusinessCalendar calendar,
    ContactSettings.ContactSpans spans,
    RelevanceSettings relevance,
    int minResponses,
    long end)
    implements Serializable {
  static final long SECOND = 1_000_000;
  static final long MINUTE = 60 * SECOND;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;

  static FoldRules of(ContactSettings settings, AsOf asOf) {
    return new FoldRules(
        new BusinessCalendar(settings.hours(), asOf.zone()),
        settings.spans(),
        settings.relevance(),
        settings.affinities().minResponses(),
        ChronoUnit.MICROS.between(Instant.EPOCH, asOf.end()));
  }
}
