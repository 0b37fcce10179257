package dev.dangol.config;

import dev.dangol.config.hocon.ConfigSection;
import dev.dangol.config.hocon.NumberRules;

/**
 * Settings of the referral network.
 *
 * @param generations how many generations a tree has at most, and how many people a ring that is
 *     looked for; 1 or more
 */
public record ReferralSettings(int generations) {
  /** Reads its part of the section {@code features}. */
  static ReferralSettings read(ConfigSection features) {
    return new ReferralSettings(features.one("referral-generations", NumberRules.GENERATIONS));
  }
}
