package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;

/**
 * Settings of what works and what fails.
 *
 * @param minSends of fewer messages to a group, a value has no verdict
 * @param maxQ the false discovery rate up to which there is one, 0 to 1
 * @param minResponses with fewer responses, the best channel and hour of a customer are not known
 */
public record AffinitySettings(int minSends, double maxQ, int minResponses) {
  /** Reads the section {@code contacts.affinities}. */
  static AffinitySettings read(ConfigSection affinities) {
    return new AffinitySettings(
        affinities.one("min-sends", NumberRules.COUNT),
        affinities.one("max-q", NumberRules.SHARE),
        affinities.one("min-responses", NumberRules.COUNT));
  }
}
