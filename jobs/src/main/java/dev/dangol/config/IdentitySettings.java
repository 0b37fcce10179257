package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;
import dev.dangol.config.hocon.TextRules;
import java.util.Optional;

/**
 * Settings of identity resolution, by which keys of several sources become one customer.
 *
 * @param maxIds the most ids that may be one customer; keys that would join more are left apart
 * @param phoneRegion the country of phone numbers that name none, as a two-letter code; empty where
 *     such numbers join no ids
 * @param earlierEvents true where a visitor's events from before they were known count as theirs
 */
public record IdentitySettings(int maxIds, Optional<String> phoneRegion, boolean earlierEvents) {
  /** Reads the section {@code identity}. */
  static IdentitySettings read(ConfigSection identity) {
    return new IdentitySettings(
        identity.one("max-ids", NumberRules.COUNT),
        identity.optional("phone-region", TextRules.COUNTRY),
        identity.one("earlier-events", TextRules.YES_OR_NO).equals("true"));
  }
}
