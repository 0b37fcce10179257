package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.TextRules;
import java.util.Set;

/**
 * Settings of cohort profiles, and of the attributes that may be used.
 *
 * @param minCount how many members must have a value, or be expected to, for it to be reported
 * @param maxQ the false discovery rate up to which a difference is put into words, 0 to 1
 * @param sensitiveAllowed the names of sensitive attributes that may be used all the same
 */
public record CohortProfileSettings(int minCount, double maxQ, Set<String> sensitiveAllowed) {
  public CohortProfileSettings {
    sensitiveAllowed = Set.copyOf(sensitiveAllowed);
  }

  /** Reads the sections {@code profiles} and {@code privacy}. */
  static CohortProfileSettings read(ConfigSection profiles, ConfigSection privacy) {
    return new CohortProfileSettings(
        profiles.one("min-count", NumberRules.COUNT),
        profiles.one("max-q", NumberRules.SHARE),
        Set.copyOf(privacy.ascendingIfSet("sensitive-attributes-allowed", TextRules.TEXT)));
  }
}
